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

  it('keeps the order of text in a row that has no cells, inside a cell', async () => {
    expect(await textsOf('<tr><td> trước <tr> sau </tr></td></tr>')).toEqual(['trước', 'sau'])
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
    ['pieces of text', '<b>a</b>'.repeat(300_000), 'a'.repeat(300_000)],
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

describe('the marks of lists', () => {
  const marks = async (html: string): Promise<readonly (string | undefined)[]> =>
    (await read(html)).paragraphs.map(({ signals }) => signals.listMarker)

  it.each([
    ['dots', '<ul><li>a<li>b</ul>', ['-', '-']],
    ['numbers', '<ol><li>a<li>b</ol>', ['1.', '2.']],
    ['numbers from another start', '<ol start="3"><li>a<li value="7">b<li>c</ol>', ['3.', '7.', '8.']],
    ['letters', '<ol type="a"><li>a<li>b</ol>', ['a.', 'b.']],
    ['Roman numbers by style', '<ol style="list-style-type: upper-roman"><li>a<li>b</ol>', ['I.', 'II.']],
    ['one list inside another', '<ol><li>a<ul><li>b</ul><li>c</ol>', ['1.', '-', '2.']],
    ['none', '<ul style="list-style:none"><li>- a</ul>', [undefined]],
    ['of the first line of an item only', '<ol><li><p>a</p><p>b</p></li><li>c</li></ol>', ['1.', undefined, '2.']],
    [
      'of a style of their own',
      '<style>@counter-style diem{system:symbolic;symbols:"a" "b" "đ";suffix:") "}.d{list-style:inside diem}</style><ol class="d"><li>a<li>b<li>c<li>d</ol>',
      ['a)', 'b)', 'đ)', 'aa)'],
    ],
  ])('are %s', async (_what, html, expected) => {
    expect(await marks(html)).toEqual(expected)
  })
})

describe('old fonts in a page', () => {
  it.each([
    ['a font tag', '<p><font face=".VnTime">c«ng t¸c</font> tuyên giáo</p>', 'công tác tuyên giáo'],
    ['a style', '<p style=\'font-family:".VnTimeH","serif"\'>b¸o c¸o</p>', 'BÁO CÁO'],
    ['the short form of a style', '<p style="font:14pt .VnTime">c«ng t¸c</p>', 'công tác'],
    [
      'a class',
      '<style>p.MsoNormal, li.MsoNormal {margin:0; font-family:"VNI-Times";}</style><p class="MsoNormal">daân vaän</p>',
      'dân vận',
    ],
    ['entities', '<font face=".VnTime">h&shy;&iacute;ng d&Eacute;n</font>', 'hướng dẫn'],
    ['a letter and its mark in two elements', '<font face="VNI-Times">Ñaûng bo<b>ä</b></font>', 'Đảng bộ'],
  ])('are decoded by the name in %s', async (_what, html, text) => {
    const page = await read(html)
    expect(page.paragraphs.map((paragraph) => paragraph.text)).toEqual([text])
    expect(page.notices.map(({ code }) => code)).toContain('read.legacyFonts')
  })

  it('are not those inside other rules of the style sheet', async () => {
    const page = '<style>@media print{p{font-family:".VnTime"}}</style><p>công tác</p>'
    expect(await textsOf(page)).toEqual(['công tác'])
  })
})

describe('cells that cover others', () => {
  it('leave their places empty', async () => {
    const page = await read(
      '<table><tr><th rowspan="2">TT</th><th rowspan="2">Lĩnh vực</th><th colspan="2">Số mô hình</th></tr>' +
        '<tr><th>Tổng</th><th>Mới</th></tr><tr><td>1</td><td>Kinh tế</td><td>9</td><td>2</td></tr></table>',
    )
    expect(page.paragraphs.map(({ text }) => text)).toEqual([
      'TT\tLĩnh vực\tSố mô hình',
      '\t\tTổng\tMới',
      '1\tKinh tế\t9\t2',
    ])
    expect(page.notices).toEqual([{ code: 'read.mergedCells', severity: 'hint', data: { count: 3, text: '' } }])
  })

  it('cost nothing, however many they claim', async () => {
    const row = '<tr><td rowspan="999999" colspan="999999">a</td><td>b</td></tr>'
    expect(await textsOf(`<table>${row.repeat(3000)}</table>`)).toHaveLength(3000)
  })
})

describe('what a page holds beside its text', () => {
  it('is told: pictures, embedded things, fields of forms', async () => {
    const page = await read(
      '<p>Nội dung</p><img src="a.jpg" alt="Quang cảnh hội nghị"><iframe title="Video"></iframe><input name="q"><input type="hidden"><select><option>1</select>' +
        '<nav><img src="logo.png"></nav>',
    )
    expect(page.notices.map(({ code, data }) => [code, data?.['count'], data?.['text']])).toEqual([
      ['read.picturesLeftOut', 1, '“Quang cảnh hội nghị”'],
      ['read.objectsLeftOut', 1, '“Video”'],
      ['read.formsLeftOut', 2, ''],
    ])
  })

  it('is what Word kept of changes and remarks when it saved the page', async () => {
    const page = await read(
      '<p>Đạt <del cite="a" datetime="2026-01-01">80%</del><ins cite="a" datetime="2026-01-01">90%</ins> kế hoạch, <s>gạch</s>.</p>' +
        "<div style='mso-element:comment-list'><p>Xem lại số này</p></div>",
    )
    expect(page.paragraphs.map(({ text }) => text)).toEqual(['Đạt 90% kế hoạch, gạch.'])
    expect(page.notices.map(({ code, data }) => [code, data?.['text']])).toEqual([
      ['read.deletionsLeftOut', '“80%”'],
      ['read.insertionsTaken', ''],
      ['read.commentsLeftOut', '“Xem lại số này”'],
    ])
  })

  it('is two paragraphs where two say the same', async () => {
    expect(await textsOf('<p>Đã hoàn thành.</p><p>Đã hoàn thành.</p>')).toEqual(['Đã hoàn thành.', 'Đã hoàn thành.'])
  })

  it('is not what only those hear who do not see it', async () => {
    expect(await textsOf('<h1 class="visually-hidden">Tin</h1><p>Nội dung</p>')).toEqual(['Nội dung'])
  })
})

describe('the encoding of a page', () => {
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
  const textOf = async (bytes: Uint8Array): Promise<string | undefined> => {
    const result = await readSample(bytes, 'trang.html')
    return result.ok ? result.value.paragraphs[0]?.text : result.error.code
  }

  it('is UTF-8 whatever the page says, where the bytes are', async () => {
    const page = '<meta charset="windows-1252"><p>Công tác tuyên giáo</p>'
    expect(await textOf(new TextEncoder().encode(page))).toBe('Công tác tuyên giáo')
  })

  it('is what the page says where the bytes are no UTF-8', async () => {
    expect(
      await textOf(latin1('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>caf\xE9</p>')),
    ).toBe('café')
  })

  it('is left to the fonts where those are old', async () => {
    const page = '<meta charset="windows-1252"><p><font face=".VnTime">c\xABng t\xB8c tuy\xAAn gi\xB8o</font></p>'
    expect(await textOf(latin1(page))).toBe('công tác tuyên giáo')
  })
})

describe('words that are drawn', () => {
  it('are told where they stand in a drawing, and signs without words are not', async () => {
    const icon = '<svg><title>biểu tượng</title><path d="M0"/></svg>'
    const page = await read(`${icon}<p>chữ</p><svg><style>a{}</style><text>Sơ đồ <tspan>tổ chức</tspan></text></svg>`)
    expect(page.paragraphs.map(({ text }) => text)).toEqual(['chữ'])
    expect(page.notices).toEqual([
      { code: 'read.objectsLeftOut', severity: 'warning', data: { count: 1, text: '“Sơ đồ tổ chức”' } },
    ])
  })

  it('are kept of a formula, without what programs write beside it', async () => {
    const page = await read(
      '<p>Tỷ lệ <math><mfrac><mi>a</mi><mi>b</mi></mfrac><annotation>\\frac{a}{b}</annotation></math> đạt</p>',
    )
    expect(page.paragraphs.map(({ text }) => text)).toEqual(['Tỷ lệ ab đạt'])
    expect(page.notices.map(({ code }) => code)).toEqual(['read.equationsAsText'])
  })
})

describe('style sheets that mean harm', () => {
  it.each([
    ['comments without end', '/*'.repeat(200_000)],
    ['braces without end', '.a{'.repeat(150_000)],
    ['the same rule over and over', '.a{font-family:x}'.repeat(25_000)],
  ])('cost their length: %s', async (_what, sheet) => {
    expect(await textsOf(`<style>${sheet}</style>${'<p class="a">chữ</p>'.repeat(2000)}`)).toHaveLength(2000)
  })
})
