import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { readSample } from '../../../src/formats/readers'

async function read(html: string): Promise<SampleDocument> {
  const result = await readSample(new TextEncoder().encode(html), 'trang.html', { legacy: 'keep' })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const textsOf = async (html: string): Promise<readonly string[]> =>
  (await read(html)).paragraphs.map((paragraph) => paragraph.text)

describe('reading a web page', () => {
  it('makes paragraphs of blocks and lines, and marks headings', async () => {
    const page = await read('<h1>Hội nghị tổng kết</h1><div>Sáng nay<br>tại <i>Hà Nội</i></div><p>Hết</p>')
    expect(page.paragraphs).toEqual([
      { index: 0, text: 'Hội nghị tổng kết', signals: { headingLevel: 1 } },
      { index: 1, text: 'Sáng nay', signals: {} },
      { index: 2, text: 'tại Hà Nội', signals: {} },
      { index: 3, text: 'Hết', signals: {} },
    ])
  })

  it('decodes entities and never takes script, style or the window title for text', async () => {
    const html =
      '<head><title>Cổng</title><style>p{}</style></head><p>C&ocirc;ng t&aacute;c &amp; tuy&#234;n gi&#225;o</p><script>var a = "<p>x</p>"</script>'
    expect(await textsOf(html)).toEqual(['Công tác & tuyên giáo'])
  })

  it('flags what stands in menus, sidebars and footers', async () => {
    const page = await read(
      '<nav><ul><li>Trang chủ</li></ul></nav><p>Nội dung</p><aside>Tin mới</aside><div role="contentinfo">Bản quyền</div>',
    )
    expect(page.paragraphs.map((paragraph) => [paragraph.text, paragraph.signals.isOutsideContent ?? false])).toEqual([
      ['Trang chủ', true],
      ['Nội dung', false],
      ['Tin mới', true],
      ['Bản quyền', true],
    ])
  })

  it('keeps bold paragraphs, alignment and list items as signals', async () => {
    const page = await read(
      '<p style="text-align: center"><strong>BÁO CÁO</strong></p><p>có <b>một chữ</b> đậm thôi mà dài</p><ul><li>việc một</li></ul>',
    )
    expect(page.paragraphs.map((paragraph) => paragraph.signals)).toEqual([
      { alignment: 'center', isBold: true },
      {},
      { listMarker: '-' },
    ])
  })

  it('joins the cells of a data row by tabs', async () => {
    const page = await read(
      '<table><tr><th>TT</th><th>Đơn vị</th></tr><tr><td>1</td><td><p>Xã Đông</p></td></tr></table>',
    )
    expect(page.paragraphs).toEqual([
      { index: 0, text: 'TT\tĐơn vị', signals: { isTableRow: true } },
      { index: 1, text: '1\tXã Đông', signals: { isTableRow: true } },
    ])
  })

  it('takes a table that lays out a page for what it holds', async () => {
    const html =
      '<table><tr><td><p>Đoạn một.</p><p>Đoạn hai.</p><table><tr><td>1</td><td>2</td></tr></table></td><td>Bên</td></tr></table>'
    expect(await textsOf(html)).toEqual(['Đoạn một.', 'Đoạn hai.', '1\t2', 'Bên'])
  })

  it('skips hidden elements and says how many', async () => {
    const page = await read('<p>Thấy</p><div style="display:none"><p>Giấu</p></div><p hidden>Cũng giấu</p>')
    expect(page.paragraphs.map((paragraph) => paragraph.text)).toEqual(['Thấy'])
    expect(page.notices).toEqual([{ code: 'html.hiddenSkipped', severity: 'hint', data: { count: 2 } }])
  })

  it('keeps the text of elements nested beyond the limit, with a notice', async () => {
    const page = await read(`${'<div>'.repeat(2000)}sâu${'</div>'.repeat(2000)}<p>sau</p>`)
    expect(page.paragraphs.map((paragraph) => paragraph.text)).toEqual(['sâu', 'sau'])
    expect(page.notices.map((notice) => notice.code)).toEqual(['html.tooDeep'])
  })

  it('takes no script or style for text beyond the limit either', async () => {
    const inner = '<p>sâu</p><script>var a = 1</script><style>p{}</style><p>vẫn sâu</p>'
    const page = await read(`${'<div>'.repeat(600)}${inner}${'</div>'.repeat(600)}<p>sau</p>`)
    expect(page.paragraphs.map((paragraph) => paragraph.text)).toEqual(['sâu', 'vẫn sâu', 'sau'])
  })

  it('goes back to the signals of what stands around once the deep part has ended', async () => {
    const deep = `${'<div>'.repeat(600)}sâu${'</div>'.repeat(600)}`
    const page = await read(`<nav>${deep}trong</nav><p>ngoài</p>`)
    expect(page.paragraphs.map(({ text, signals }) => [text, signals.isOutsideContent ?? false])).toEqual([
      ['sâu', true],
      ['trong', true],
      ['ngoài', false],
    ])
  })

  it.each([
    ['elements that are closed', `${'<div>'.repeat(200_000)}chữ${'</div>'.repeat(200_000)}`, 'chữ'],
    ['elements that stay open', `${'<b>'.repeat(500_000)}chữ`, 'chữ'],
    ['end tags of nothing', `${'<i>'.repeat(600)}chữ${'</b>'.repeat(500_000)}`, 'chữ'],
    ['drawings in drawings', `${'<svg>'.repeat(200_000)}</svg>`.concat('</svg>'.repeat(199_999), 'chữ'), 'chữ'],
    ['spaces inside a line', `a${'\u00A0'.repeat(200_000)}b`, `a${'\u00A0'.repeat(200_000)}b`],
  ])('reads hundreds of thousands of %s', async (_what, html, text) => {
    expect(await textsOf(html)).toEqual([text])
  })

  it('refuses a page without any text', async () => {
    const result = await readSample(new TextEncoder().encode('<html><script>1</script></html>'), 'rong.html')
    expect(result).toEqual({ ok: false, error: { code: 'file.empty', name: 'rong.html' } })
  })

  it('loses no word of any nesting of visible elements', async () => {
    const word = fc
      .stringMatching(/^[a-zà-ỹ]{1,6}$/u)
      .filter((text) => text.normalize('NFC') === text && !/\s/.test(text))
    const tag = fc.constantFrom('div', 'p', 'b', 'li', 'td', 'tr', 'table', 'span', 'h2')
    const tree: fc.Arbitrary<{ html: string; words: string[] }> = fc.letrec<{
      node: { html: string; words: string[] }
    }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        word.map((text) => ({ html: ` ${text} `, words: [text] })),
        fc.tuple(tag, fc.array(tie('node'), { maxLength: 4 })).map(([name, inner]) => ({
          html: `<${name}>${inner.map((node) => node.html).join('')}</${name}>`,
          words: inner.flatMap((node) => node.words),
        })),
      ),
    })).node
    await fc.assert(
      fc.asyncProperty(tree, async ({ html, words }) => {
        const found = (await textsOf(`<p>đầu</p>${html}`)).flatMap((text) => text.split(/\s+/))
        expect(found).toEqual(['đầu', ...words])
      }),
    )
  })
})
