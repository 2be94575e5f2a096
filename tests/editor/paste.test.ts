// @vitest-environment jsdom
import { $getRoot, $getState, $isElementNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { list, paragraph, section, slotMention, table, tableCell, text } from '../../src/core/report/make-report'
import { makeFragment, parseFragment, serializeFragment } from '../../src/renderer/editor/clipboard/fragment'
import { htmlToBlocks, type PastedBlocks } from '../../src/renderer/editor/clipboard/html-to-blocks'
import { $insertFlat, $insertFragment } from '../../src/renderer/editor/clipboard/insert-blocks'
import { blocksToHtml, blocksToText } from '../../src/renderer/editor/clipboard/blocks-to-text'
import { $selectedBlocks } from '../../src/renderer/editor/clipboard/selected-blocks'
import { textToBlocks } from '../../src/renderer/editor/clipboard/text-to-blocks'
import { slotsState } from '../../src/renderer/editor/nodes/block-state'
import { countingIds } from '../support/identities'
import { openEditor, type OpenEditor } from './open-editor'

const read = (html: string): PastedBlocks => htmlToBlocks(html, countingIds())

/** The blocks pasted into a section of their own, as the tests write a body. */
function pasted(html: string): string {
  const editor = openEditor([section('s', 'Mục')])
  editor.run(() => $getRoot().selectEnd())
  editor.run(() => $insertFlat(read(html).blocks))
  return editor.text()
}

const plain = () =>
  openEditor([
    section('a', 'Kết quả', { blocks: [paragraph('p', [text('trước sau')])] }),
    section('b', 'Bảng', { blocks: [table('t', 0, [[tableCell([text('ô')]), tableCell([])]])] }),
    section('c', 'Danh sách', { blocks: [list('l', 'point', [[text('điểm')]])] }),
  ])

describe('HTML of Word', () => {
  it('keeps paragraphs and marks, and drops what Word says about looks', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm;font-family:"Times New Roman"}</style></head>
      <body lang=VI style='tab-interval:36.0pt'><!--StartFragment--><p class=MsoNormal style='text-indent:1.0cm'><b><span
      style='font-size:14.0pt'>Công tác\n      tuyên truyền</span></b><span>: đạt <i>kết quả</i>&nbsp;<u>tốt</u><o:p></o:p></span></p>
      <p class=MsoNormal align=center style='text-align:center'>giữa</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`
    expect(pasted(html)).toBe('# Mục\n*Công tác tuyên truyền*: đạt *kết quả* *tốt*\ngiữa')
    expect(read(html).blocks[1]).toMatchObject({ alignment: 'center' })
  })

  it('reads its list paragraphs by marker and level', () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`
    expect(pasted(item(1, '1.', 'một') + item(2, 'đ)', 'trong') + item(1, '2.', 'hai') + item(1, '-', 'gạch'))).toBe(
      '# Mục\n1. một\n  a) trong\n2. hai\n- gạch',
    )
  })

  it('reads a table with spans and a repeated row', () => {
    const html =
      '<table><thead><tr><th rowspan=2 width=100>TT</th><th colspan=2>Nội dung</th></tr></thead><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>'
    expect(pasted(html)).toBe('# Mục\n[*TT*|*Nội dung*][a|b¶c]')
    expect(read(html).blocks[0]).toMatchObject({
      headerRows: 1,
      rows: [
        [{ rowSpan: 2 }, { columnSpan: 2 }],
        [{ columnSpan: 1 }, { columnSpan: 1 }],
      ],
    })
  })

  it('turns headings into bold paragraphs: a paste makes no section', () => {
    expect(pasted('<h1>Chương</h1><h3>Mục nhỏ</h3><p>chữ</p>')).toBe('# Mục\n*Chương*\n*Mục nhỏ*\nchữ')
  })

  it('composes decomposed letters', () => {
    expect(pasted('<p>Tie\u0302\u0301ng Vie\u0323\u0302t</p>')).toBe('# Mục\nTiếng Việt')
  })
})

describe('hostile HTML', () => {
  const cases: ReadonlyArray<readonly [name: string, html: string]> = [
    ['a form', '<form action="https://evil.example/"><input name=a value=secret><button>Gửi</button></form><p>chữ</p>'],
    ['a style sheet with an address', '<style>@import url(//evil.example/a.css)</style><p>chữ</p>'],
    ['a fixed layer', '<div style="position:fixed;inset:0;background:url(//evil.example/x)">chữ</div>'],
    ['a remote picture', '<p>chữ<img src="https://evil.example/p.png" onerror="alert(1)"></p>'],
    ['a picture of another machine', '<p>chữ<img src="\\\\evil.example\\share\\p.png"></p>'],
    ['a local picture', '<p>chữ<img src="file:///C:/Users/a/p.png"></p>'],
    ['names that shadow the document', '<p id=body name=forms>chữ</p><img name=getElementById>'],
    ['a script address', '<p><a href="javascript:alert(1)">chữ</a></p>'],
    ['a script address with a host', '<p><a href="javascript://x:99999/%0aalert(1)">chữ</a></p>'],
    ['drawn scripts', '<svg><script>alert(1)</script><foreignObject><p>x</p></foreignObject></svg><p>chữ</p>'],
    ['a frame', '<iframe srcdoc="<script>parent.x=1</script>"></iframe><p>chữ</p>'],
    ['attributes of an editor', '<p data-lexical-text="true" data-slot="so" contenteditable="true">chữ</p>'],
    [
      'nested forms of parsers',
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math><p>chữ</p>',
    ],
  ]
  it.each(cases)('leaves nothing but words of %s', (_name, html) => {
    const { blocks } = read(html)
    const json = JSON.stringify(blocks)
    expect(json).not.toMatch(/evil|alert|javascript|file:|secret|onerror|srcdoc|position|data-/i)
    expect(blocksToText(blocks, [])).toContain('chữ')
    for (const block of blocks) expect(['paragraph', 'line', 'table', 'pageBreak']).toContain(block.type)
  })

  it('says what was left behind', () => {
    const { notices } = read('<p><img src=x><img src=y><a href="https://a.example/">liên kết</a><input></p>')
    expect(notices).toEqual([
      { code: 'paste.picturesDropped', severity: 'hint', data: { count: 2 } },
      { code: 'paste.linksFlattened', severity: 'hint', data: { count: 1 } },
      { code: 'paste.formsDropped', severity: 'hint', data: { count: 1 } },
    ])
  })
})

describe('a paste', () => {
  const paste = (editor: OpenEditor, words: string) => editor.run(() => $insertFlat(textToBlocks(words)))

  it('of one line goes into the text', () => {
    const editor = plain()
    editor.caret('trước')
    paste(editor, ' giữa')
    editor.type('|')
    expect(editor.text()).toContain('trước giữa| sau')
  })

  it('of several lines parts the paragraph, the caret behind the last', () => {
    const editor = plain()
    editor.caret('trước')
    paste(editor, ' một\r\n\r\nhai\nba')
    editor.type('|')
    expect(editor.text()).toContain('# Kết quả\ntrước một\nhai\nba| sau\n# Bảng')
  })

  it('in a cell stays in the cell', () => {
    const editor = plain()
    editor.caret('ô')
    editor.run(() => $insertFlat(read('<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>').blocks))
    expect(editor.text()).toContain('[ô- a¶- b¶c; d|]')
  })

  it('in a list gives lines of that list', () => {
    const editor = plain()
    editor.caret('điểm')
    paste(editor, ' một\nhai')
    expect(editor.text()).toContain('# Danh sách\na) điểm một\nb) hai')
  })

  it('in a heading leaves the heading as it is', () => {
    const editor = plain()
    editor.caret('Kết')
    paste(editor, 'một\nhai')
    expect(editor.text()).toContain('# Kết quả\nmột\nhai\ntrước sau')
  })
})

describe('a piece of a report', () => {
  const source = () =>
    openEditor(
      [
        section('x', 'Nguồn', {
          blocks: [paragraph('p', [text('có ', ['bold']), slotMention('so')])],
          role: 'results',
        }),
      ],
      [{ id: 'so', type: 'quantity', label: 'số', value: '3' }],
    )
  const copyAll = (editor: OpenEditor) => {
    let json = ''
    editor.run(() => {
      $getRoot().select(0, $getRoot().getChildrenSize())
      json = serializeFragment(makeFragment($selectedBlocks(), $getState($getRoot(), slotsState), countingIds('f')))
    })
    return json
  }

  it('comes into another report with its section, marks and slots', () => {
    const fragment = parseFragment(copyAll(source()))
    const editor = plain()
    editor.caret('trước sau')
    editor.run(() => {
      if (fragment) $insertFragment(fragment)
    })
    expect(editor.text()).toContain('# Kết quả\ntrước sau\n# Nguồn\n*có *{so}\n# Bảng')
    const body = editor.handle.readBody()
    expect(body.sections[1]).toMatchObject({ id: 'x', role: 'results' })
    expect(body.slots).toEqual([{ id: 'so', type: 'quantity', label: 'số', value: '3' }])
  })

  it('pasted beside its source gets ids of its own', () => {
    const editor = source()
    const fragment = parseFragment(copyAll(editor))
    editor.run(() => $getRoot().selectEnd())
    editor.run(() => {
      if (fragment) $insertFragment(fragment)
    })
    const { sections } = editor.handle.readBody()
    expect(sections).toHaveLength(2)
    expect(sections[0]?.id).toBe('x')
    expect(new Set(sections.flatMap((one) => [one.id, ...one.blocks.map(({ id }) => id)])).size).toBe(4)
  })

  it('leaves behind the values of slots it does not mention', () => {
    const own = { id: 'so', type: 'quantity', label: 'số', value: '3' } as const
    const inTable = { id: 'bang', type: 'text', label: 'bảng', value: 'b' } as const
    const other = { id: 'khac', type: 'person', label: 'người', value: 'Nguyễn Văn A' } as const
    const inHeading = { id: 'de', type: 'text', label: 'đề', value: 'd' } as const
    const editor = openEditor(
      [
        {
          ...section('x', 'Nguồn', {
            blocks: [list('l', 'dash', [[slotMention('so')]]), table('t', 0, [[tableCell([slotMention('bang')])]])],
          }),
          heading: [slotMention('de')],
        },
        section('y', 'Khác', { blocks: [paragraph('p', [slotMention('khac')])] }),
      ],
      [own, other, inTable, inHeading],
    )
    let json = ''
    editor.run(() => {
      $getRoot().select(0, 3)
      json = serializeFragment(makeFragment($selectedBlocks(), $getState($getRoot(), slotsState), countingIds('f')))
    })
    expect(parseFragment(json)?.slots).toEqual([own, inTable, inHeading])
    expect(json).not.toContain('Nguyễn Văn A')
  })

  it('keeps a whole heading and a whole list line what they are, with a slot in them as well', () => {
    const mention = [text('đạt '), slotMention('so'), text(' buổi')]
    const editor = openEditor(
      [
        { ...section('x', '', { role: 'results', isRequired: true }), heading: mention },
        section('y', 'Danh sách', { blocks: [list('l', 'point', [mention])] }),
      ],
      [{ id: 'so', type: 'quantity', label: 'số', value: '3' }],
    )
    const selected = (top: number, children: number) => {
      let blocks: ReturnType<typeof $selectedBlocks> = []
      editor.run(() => {
        const node = $getRoot().getChildAtIndex(top)
        if ($isElementNode(node)) node.select(0, children)
        blocks = $selectedBlocks()
      })
      return blocks
    }
    expect(selected(0, 3)).toMatchObject([{ type: 'heading', facts: { own: { id: 'x', role: 'results' } } }])
    expect(selected(3, 3)).toMatchObject([{ type: 'line', facts: { style: 'point' }, content: mention }])
    expect(selected(3, 2)).toMatchObject([{ type: 'paragraph', content: mention.slice(0, 2) }])
  })

  it('is refused where it is not of our shape', () => {
    expect(parseFragment('')).toBeUndefined()
    expect(parseFragment('{')).toBeUndefined()
    expect(parseFragment('{"sections":[{"id":"a"}],"slots":[]}')).toBeUndefined()
    expect(parseFragment('{"sections":[],"slots":[{"id":"{}"}]}')).toBeUndefined()
  })

  it('goes out as plain HTML with its text escaped', () => {
    const { blocks } = read(
      '<p>a &lt;b&gt; &amp; <b>c</b></p><ol><li>x<ol type=a><li>y</ol></ol><table><tr><td>1<td>2</table>',
    )
    expect(blocksToHtml(blocks, [])).toBe(
      '<p>a &lt;b&gt; &amp; <b>c</b></p><ol><li>x<ol type="a"><li>y</li></ol></li></ol><table border="1"><tr><td>1</td><td>2</td></tr></table>',
    )
    expect(pasted(blocksToHtml(blocks, []))).toBe('# Mục\na <b> & *c*\n1. x\n  a) y\n[1|2]')
  })
})
