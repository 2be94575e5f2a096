/**
 * The styles of a document and what holds where several of them meet: defaults of the document, style of the table,
 * style of the paragraph with all it is based on, style of the letters, then what stands at the run itself
 * (ECMA-376-1, 17.7.2). Switches that two styles turn on cancel each other (17.7.3).
 */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, childrenOf } from '../../xml/xml-element'
import type { RunFormat } from './docx-document'
import { readParagraphFormat, readRunFormat, type StatedParagraph, type ThemeFonts } from './read-format'

export interface Style {
  readonly id: string
  readonly name: string
  readonly paragraph: StatedParagraph
  readonly run: RunFormat
  readonly hasVisibleBorders?: boolean
}

export interface StyleSheet {
  /** A style with all it is based on; the default paragraph style where nothing is named. */
  paragraphStyle(id: string | undefined): Style | undefined
  tableStyle(id: string | undefined): Style | undefined
  /** What holds for letters before their own properties. */
  runFormat(use: StyleUse): RunFormat
  /** What holds for a paragraph before its numbering and its own properties. */
  paragraphFormat(use: StyleUse): StatedParagraph
  readonly theme: ThemeFonts
}

export interface StyleUse {
  readonly paragraph: string | undefined
  readonly character?: string | undefined
  readonly table?: string | undefined
}

interface StatedStyle extends Style {
  readonly basedOn: string | undefined
}

export function readStyles(root: XmlElement | undefined, theme: ThemeFonts): StyleSheet {
  const stated = new Map<string, StatedStyle>()
  const defaults = new Map<string, string>()
  for (const element of childrenOf(root, 'w:style')) {
    const id = attributeOf(element, 'w:styleId') ?? ''
    const type = attributeOf(element, 'w:type') ?? 'paragraph'
    stated.set(id, readStyle(element, id, theme))
    if (/^(?:1|true|on)$/.test(attributeOf(element, 'w:default') ?? '')) defaults.set(type, id)
  }
  const resolve = resolver(stated)
  const styleOr = (id: string | undefined, type: string): Style | undefined =>
    resolve(id !== undefined && stated.has(id) ? id : defaults.get(type))
  const documentDefaults = childOf(root, 'w:docDefaults')
  const defaultRun = readRunFormat(childOf(childOf(documentDefaults, 'w:rPrDefault'), 'w:rPr'), theme)
  const defaultParagraph = readParagraphFormat(childOf(childOf(documentDefaults, 'w:pPrDefault'), 'w:pPr'))
  const runs = new Map<string, RunFormat>()

  const sheet: StyleSheet = {
    theme,
    paragraphStyle: (id) => styleOr(id, 'paragraph'),
    tableStyle: (id) => styleOr(id, 'table'),
    paragraphFormat: ({ paragraph, table }) => ({
      ...defaultParagraph,
      ...(table === undefined ? {} : sheet.tableStyle(table)?.paragraph),
      ...sheet.paragraphStyle(paragraph)?.paragraph,
    }),
    runFormat(use) {
      const key = [use.paragraph, use.character, use.table].join('\n')
      const known = runs.get(key)
      if (known) return known
      const layers = [
        use.table === undefined ? undefined : sheet.tableStyle(use.table),
        sheet.paragraphStyle(use.paragraph),
        use.character === undefined ? undefined : resolve(use.character),
      ]
      const format = layers.reduce<RunFormat>((below, style) => (style ? layOver(below, style.run) : below), {})
      const whole = { ...defaultRun, ...format }
      runs.set(key, whole)
      return whole
    },
  }
  return sheet
}

function readStyle(element: XmlElement, id: string, theme: ThemeFonts): StatedStyle {
  const borders = childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')
  return {
    id,
    name: attributeOf(childOf(element, 'w:name'), 'w:val') ?? id,
    basedOn: attributeOf(childOf(element, 'w:basedOn'), 'w:val'),
    paragraph: readParagraphFormat(childOf(element, 'w:pPr')),
    run: readRunFormat(childOf(element, 'w:rPr'), theme),
    ...(borders ? { hasVisibleBorders: areBordersVisible(borders) } : {}),
  }
}

/** Whether `w:tblBorders` or `w:tcBorders` draws any line. */
export const areBordersVisible = (borders: XmlElement): boolean =>
  borders.children.some(
    (side) => typeof side !== 'string' && !/^(?:nil|none)$/.test(attributeOf(side, 'w:val') ?? 'nil'),
  )

/** A chain of this length is no chain of an office any more. */
const LONGEST_CHAIN = 40

/** A style with what it is based on; each is put together once, and one that is based on itself ends there. */
function resolver(stated: ReadonlyMap<string, StatedStyle>): (id: string | undefined) => Style | undefined {
  const resolved = new Map<string, Style>()
  return function resolve(id) {
    if (id === undefined) return undefined
    const known = resolved.get(id)
    if (known) return known
    const own = stated.get(id)
    if (!own) return undefined
    const chain: StatedStyle[] = []
    for (let style: StatedStyle | undefined = own; style && !chain.includes(style) && chain.length < LONGEST_CHAIN;) {
      chain.unshift(style)
      style = style.basedOn === undefined ? undefined : stated.get(style.basedOn)
    }
    const nothing: Style = { id, name: own.name, paragraph: {}, run: {} }
    const whole = chain.reduce<Style>((below, style) => ({ ...below, ...style, ...merged(below, style) }), nothing)
    resolved.set(id, whole)
    return whole
  }
}

const merged = (below: Style, style: Style): Pick<Style, 'paragraph' | 'run'> => ({
  paragraph: { ...below.paragraph, ...style.paragraph, ...mergedNumbering(below.paragraph, style.paragraph) },
  run: { ...below.run, ...style.run },
})

const mergedNumbering = (below: StatedParagraph, own: StatedParagraph): Pick<StatedParagraph, 'numbering'> =>
  below.numbering && own.numbering ? { numbering: { ...below.numbering, ...own.numbering } } : {}

const SWITCHES = ['isBold', 'isItalic', 'isAllCaps', 'isSmallCaps', 'isStruck', 'isHidden'] as const

/** One style over another: both on is off. */
function layOver(below: RunFormat, above: RunFormat): RunFormat {
  const format: { -readonly [K in keyof RunFormat]: RunFormat[K] } = { ...below, ...above }
  for (const name of SWITCHES) {
    if (below[name] === true && above[name] === true) format[name] = false
    else if (below[name] === true && above[name] === false) format[name] = true
  }
  return format
}

/** The typefaces of `theme1.xml` by the names that runs use. */
export function readThemeFonts(root: XmlElement | undefined): ThemeFonts {
  const scheme = childOf(childOf(root, 'a:themeElements'), 'a:fontScheme')
  const fonts = new Map<string, string>()
  for (const kind of ['major', 'minor'] as const) {
    const latin = attributeOf(childOf(childOf(scheme, `a:${kind}Font`), 'a:latin'), 'typeface')
    if (latin === undefined || latin === '') continue
    for (const use of ['Ascii', 'HAnsi']) fonts.set(`${kind}${use}`, latin)
  }
  return fonts
}
