/** The style sheet of an exported page: one class for each element, from the same rows as the Word document. */
import {
  LAYOUT_ELEMENTS,
  listMarkerPattern,
  styleOf,
  hasElement,
  type Alignment,
  type ElementStyle,
  type Layout,
  type LayoutElement,
} from '../../core/official-layout/layout'
import { LIST_STYLES, type ListStyle } from '../../core/report/report'
import { POINT_LETTERS } from '../../core/vietnamese/point-letters'

const TEXT_ALIGN: Readonly<Record<Alignment, string>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justified: 'justify',
}

export const textAlign = (alignment: Alignment): string => `text-align:${TEXT_ALIGN[alignment]}`

/** Lists nest no deeper than this with markers of their own. */
const LIST_DEPTHS = [0, 1, 2] as const

export const listClass = (style: ListStyle, depth: number): string => `list-${style}-${depth % LIST_DEPTHS.length}`

export function layoutCss(layout: Layout): string {
  const body = styleOf(layout, 'body')
  return [
    '*{box-sizing:border-box}',
    `html{background:#e9ebee;color:#000;font-family:${fontStack(body)};font-size:${body.fontSize}pt;line-height:1.15}`,
    'body,h1,h2,h3,h4,h5,h6,p,ul,ol,li,table{margin:0;padding:0;font:inherit}',
    'h1>span,.line{display:block}',
    'p,li,td,th,h1>span,h2,h3,h4,h5,h6{white-space:pre-wrap;overflow-wrap:break-word}',
    'strong{font-weight:bold}em{font-style:italic}',
    sheetCss(layout),
    '.columns{display:grid}.columns>div{min-width:0}',
    'table{border-collapse:collapse;width:100%;table-layout:fixed;margin:6pt 0 0}',
    'td,th{border:.5pt solid #000;padding:0 1.9mm;vertical-align:middle;font-weight:inherit}',
    'tr{break-inside:avoid}thead{display:table-header-group}',
    'h2,h3,h4,h5,h6{break-after:avoid;break-inside:avoid}.page-break{break-before:page}',
    `.signature{break-inside:avoid;padding-top:${layout.details.signatureBlock?.spaceBefore ?? 0}pt}`,
    '.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
    ...LAYOUT_ELEMENTS.filter((element) => hasElement(layout, element)).map((element) => elementCss(layout, element)),
    ...listCss(layout),
    pageCss(layout),
  ].join('\n')
}

const fontStack = ({ fontFamily }: ElementStyle): string =>
  `"${fontFamily.replace(/["\\<>]/g, '')}",Tinos,"Liberation Serif",serif`

function sheetCss({ page }: Layout): string {
  const padding = `${page.marginTop}mm ${page.marginRight}mm ${page.marginBottom}mm ${page.marginLeft}mm`
  return [
    `.sheet{background:#fff;width:${page.width}mm;max-width:100%;min-height:${page.height}mm;margin:8mm auto;padding:${padding};box-shadow:0 1px 4px #0003}`,
    `@media screen and (max-width:${page.width}mm){.sheet{margin:0;padding:6mm 5mm;min-height:0}.columns{grid-template-columns:1fr 1fr!important}}`,
    '@media print{html{background:none}.sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none}}',
  ].join('\n')
}

function elementCss(layout: Layout, element: LayoutElement): string {
  const style = styleOf(layout, element)
  return `.${element}{${[
    `font-size:${style.fontSize}pt`,
    `font-weight:${style.isBold ? 'bold' : 'normal'}`,
    `font-style:${style.isItalic ? 'italic' : 'normal'}`,
    ...(style.isUnderlined ? ['text-decoration:underline'] : []),
    textAlign(style.alignment),
    `text-indent:${style.firstLineIndent}mm`,
    ...(style.leftIndent > 0 ? [`margin-left:${style.leftIndent}mm`] : []),
    `padding-top:${style.spaceBefore}pt`,
    `padding-bottom:${style.spaceAfter}pt`,
    `line-height:${lineHeight(style)}`,
  ].join(';')}}`
}

/** Single spacing of Times New Roman is 1.149 times its size. */
const lineHeight = ({ lineSpacing }: ElementStyle): string =>
  'exact' in lineSpacing ? `${lineSpacing.exact}pt` : (lineSpacing.multiple * 1.149).toFixed(3)

function listCss(layout: Layout): readonly string[] {
  return LIST_STYLES.flatMap((style) =>
    LIST_DEPTHS.map((depth) => {
      const name = listClass(style, depth)
      return `${counterStyle(name, listMarkerPattern(layout, style, depth))}\n.${name}{list-style:inside ${name}}`
    }),
  ).concat('li>ul,li>ol{text-indent:inherit}')
}

function counterStyle(name: string, pattern: string): string {
  const [before = '', after = ''] = pattern.split(/\{number\}|\{letter\}/)
  const counting = pattern.includes('{letter}')
    ? // After the last letter the letters are doubled: aa, bb.
      `system:symbolic;symbols:${quoted(Array.from(POINT_LETTERS))}`
    : pattern.includes('{number}')
      ? `system:numeric;symbols:${quoted(Array.from('0123456789'))}`
      : `system:cyclic;symbols:${quoted([pattern])}`
  const isFixed = !/\{(number|letter)\}/.test(pattern)
  return `@counter-style ${name}{${counting};prefix:${quoted([isFixed ? '' : before])};suffix:${quoted([`${isFixed ? '' : after} `])}}`
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text.replace(/["\\<>]/g, '')}"`).join(' ')

function pageCss(layout: Layout): string {
  const { page } = layout
  const number = styleOf(layout, 'pageNumber')
  const margin = `${page.marginTop}mm ${page.marginRight}mm ${page.marginBottom}mm ${page.marginLeft}mm`
  const box = `font-family:${fontStack(number)};font-size:${number.fontSize}pt;vertical-align:top;padding-top:${page.pageNumberDistance}mm`
  return [
    `@page{size:${page.width}mm ${page.height}mm;margin:${margin};@top-center{content:counter(page);${box}}}`,
    ...((layout.details.pageNumber?.firstPage ?? 1) > 1 ? ['@page:first{@top-center{content:none}}'] : []),
  ].join('\n')
}
