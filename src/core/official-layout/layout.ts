/**
 * The official layout (thể thức) as data. A layout file is a list of rows: what an element looks like or says,
 * the range the source allows, the clause that asks for it and how sure we are of it.
 * Rows are folded here into one value a writer, the page of the editor and the checker read alike;
 * a row that changes changes all of them, and no code.
 */
import { z } from 'zod'
import { ALIGNMENTS, LIST_STYLES, SIGNING_AUTHORITIES, type Alignment, type ListStyle } from '../report/report'

/** Parts of a document that have a look of their own. An element without rows is not printed in that layout. */
export const LAYOUT_ELEMENTS = [
  'nationalName',
  'nationalMotto',
  'partyName',
  'parentOrganization',
  'issuingOrganization',
  'star',
  'documentCode',
  'placeAndDate',
  'draftLine',
  'documentType',
  'subject',
  'separator',
  'addressees',
  'legalBases',
  'headline',
  'publishedAt',
  'byline',
  'body',
  'part',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'caption',
  'tableHeader',
  'tableCell',
  'signingAuthority',
  'signerPosition',
  'signerName',
  'recipientsLabel',
  'recipients',
  'pageNumber',
] as const
export type LayoutElement = (typeof LAYOUT_ELEMENTS)[number]

export const HEADING_ELEMENTS = ['part', 'heading1', 'heading2', 'heading3', 'heading4'] as const
export type HeadingElement = (typeof HEADING_ELEMENTS)[number]

export const LAYOUT_FILE_IDS = ['party-2026', 'state-2020', 'party-2018', 'portal'] as const
export type LayoutFileId = (typeof LAYOUT_FILE_IDS)[number]

const CERTAINTIES = ['verified', 'secondHand', 'computed', 'convention'] as const

/** How far apart lines stand: a multiple of single spacing, or exactly so many points. */
export type LineSpacing = { readonly multiple: number } | { readonly exact: number }

const NUMBERINGS = ['roman', 'arabic', 'point', 'ordinal', 'dash', 'none'] as const

const mm = z.number().min(0).max(500)
const pt = z.number().min(0).max(200)
const pattern = z.string()
const LineSpacingSchema: z.ZodType<LineSpacing> = z.union([
  z.strictObject({ multiple: z.number().min(0.5).max(4) }),
  z.strictObject({ exact: z.number().min(6).max(72) }),
])

/** What every element has; the element `default` gives what an element's own rows leave out. */
const StyleSchema = z.strictObject({
  fontFamily: z.string(),
  fontSize: pt,
  isBold: z.boolean(),
  isItalic: z.boolean(),
  isUnderlined: z.boolean(),
  /** Printed in capitals whatever was typed. */
  isUppercase: z.boolean(),
  alignment: z.enum(ALIGNMENTS),
  firstLineIndent: mm,
  leftIndent: mm,
  spaceBefore: pt,
  spaceAfter: pt,
  lineSpacing: LineSpacingSchema,
  /** Length of the rule below as a share of the text's width; 0 = no rule. */
  ruleRatio: z.number().min(0).max(1),
  keepWithNext: z.boolean(),
  /** Fixed words of the element: national name, labels, the star, the separator. */
  text: z.string(),
  /** What stands there while the officer has not filled it; empty = nothing is printed then. */
  unfilledText: z.string(),
})
export type ElementStyle = z.infer<typeof StyleSchema>
const STYLE_PROPERTIES = Object.keys(StyleSchema.shape)

const PageSchema = z.strictObject({
  width: mm,
  height: mm,
  marginTop: mm,
  marginBottom: mm,
  marginLeft: mm,
  marginRight: mm,
  /** From the upper edge of the paper to the page number. */
  pageNumberDistance: mm,
  /** Usual width of the left column of the header block; it gives way to long names. */
  headerLeftWidth: mm.default(0),
})

const HeadingNumberSchema = z.strictObject({
  numbering: z.enum(NUMBERINGS),
  /** `{number}` stands for the number in the way of `numbering`. */
  numberPattern: pattern,
  isNumberOnOwnLine: z.boolean().default(false),
  /** Words for 1, 2, 3 … where `numbering` is `ordinal`; after the last one figures go on. */
  ordinals: z.array(z.string()).default([]),
})
export type HeadingNumber = z.infer<typeof HeadingNumberSchema>

const HeadingElementSchema = z.enum(HEADING_ELEMENTS)

const ItemsSchema = z.strictObject({ itemPattern: pattern, itemEnd: z.string(), lastEnd: z.string() })
export type ItemRules = z.infer<typeof ItemsSchema>

/** Properties beside the style that single elements have. */
const DETAIL_SCHEMAS = {
  documentCode: z.strictObject({ pattern, digits: z.number().int().min(1), openText: z.string() }),
  placeAndDate: z.strictObject({
    pattern,
    dayPaddedBelow: z.number().int(),
    monthPaddedBelow: z.number().int(),
    openText: z.string(),
  }),
  addressees: ItemsSchema,
  legalBases: ItemsSchema,
  recipients: ItemsSchema.extend({ filingPattern: pattern, sameAsAddressees: z.string().default('') }),
  signingAuthority: z.strictObject({
    prefixes: z.partialRecord(z.enum(SIGNING_AUTHORITIES), z.string()),
    /** Authorities whose prefix stands before the signer's own position when nobody else is named. */
    prefixedPosition: z.array(z.enum(SIGNING_AUTHORITIES)),
    openText: z.string(),
  }),
  body: z.strictObject({ endMark: z.string() }),
  pageNumber: z.strictObject({ firstPage: z.number().int().min(1) }),
  headings: z.strictObject({ levels: z.array(HeadingElementSchema), levelsWithParts: z.array(HeadingElementSchema) }),
  list: z.strictObject({ markers: z.record(z.enum(LIST_STYLES), z.array(z.string()).min(1)) }),
  /** Words before which a long name of an organisation breaks best. */
  headerBlock: z.strictObject({ breakBefore: z.array(z.string()) }),
  signatureBlock: z.strictObject({ spaceBefore: pt, leftWidth: mm }),
} as const

type Details = { readonly [E in keyof typeof DETAIL_SCHEMAS]?: z.infer<(typeof DETAIL_SCHEMAS)[E]> }

const RowSchema = z.strictObject({
  /** `element.property`. */
  row: z.string().regex(/^[a-zA-Z0-9]+\.[a-zA-Z]+$/),
  value: z.json(),
  /** Lowest and highest the source allows; `null` = no limit on that side. */
  allowed: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
  clause: z.string().optional(),
  certainty: z.enum(CERTAINTIES),
})
export type LayoutRow = z.infer<typeof RowSchema>

const LayoutFileSchema = z.strictObject({
  id: z.enum(LAYOUT_FILE_IDS),
  name: z.string(),
  /** The rule this layout follows, as a person would cite it. */
  basis: z.string(),
  /** False for a layout that is only recognised in old files. */
  isExported: z.boolean(),
  rows: z.array(RowSchema),
})

/** A layout file, folded: what the writers and the checker read. */
export interface Layout {
  readonly id: LayoutFileId
  readonly name: string
  readonly basis: string
  readonly isExported: boolean
  readonly page: z.infer<typeof PageSchema>
  readonly styles: ReadonlyMap<LayoutElement, ElementStyle>
  readonly headingNumbers: ReadonlyMap<HeadingElement, HeadingNumber>
  readonly details: Details
  readonly rows: ReadonlyMap<string, LayoutRow>
}

/** Folds the rows of a layout file. Throws on a wrong row: layout files are part of the program, tests read them all. */
export function makeLayout(file: unknown): Layout {
  const { rows: list, ...head } = LayoutFileSchema.parse(file)
  const rows = new Map(list.map((row) => [row.row, row]))
  if (rows.size !== list.length) throw new Error(`${head.id}: a row stands there twice`)
  const groups = groupByElement(list)
  const take = (element: string): Record<string, unknown> => groups.get(element) ?? {}
  const defaults = take('default')

  const styles = new Map<LayoutElement, ElementStyle>()
  const headingNumbers = new Map<HeadingElement, HeadingNumber>()
  for (const element of LAYOUT_ELEMENTS) {
    if (!groups.has(element)) continue
    styles.set(element, StyleSchema.parse({ ...defaults, ...pick(take(element), isStyleProperty) }))
  }
  for (const element of HEADING_ELEMENTS) {
    if (!groups.has(element)) continue
    headingNumbers.set(element, HeadingNumberSchema.parse(omitStyle(take(element))))
  }
  const details: Record<string, unknown> = {}
  for (const [element, schema] of Object.entries(DETAIL_SCHEMAS)) {
    if (groups.has(element)) details[element] = schema.parse(detailsOf(element, take(element)))
  }
  refuseUnknown(head.id, groups)
  return {
    ...head,
    page: PageSchema.parse(take('page')),
    styles,
    headingNumbers,
    details: DetailsSchema.parse(details),
    rows,
  }
}

const DetailsSchema: z.ZodType<Details> = z.strictObject(DETAIL_SCHEMAS).partial()

const isStyleProperty = (property: string): boolean => STYLE_PROPERTIES.includes(property)

const pick = (group: Record<string, unknown>, wanted: (property: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(group).filter(([property]) => wanted(property)))

const omitStyle = (group: Record<string, unknown>): Record<string, unknown> =>
  pick(group, (property) => !isStyleProperty(property))

/** Blocks that are no element have no style of their own: all their rows are details. */
const detailsOf = (element: string, group: Record<string, unknown>): Record<string, unknown> =>
  isLayoutElement(element) ? omitStyle(group) : group

const isLayoutElement = (name: string): boolean => LAYOUT_ELEMENTS.some((element) => element === name)

function groupByElement(rows: readonly LayoutRow[]): Map<string, Record<string, unknown>> {
  const groups = new Map<string, Record<string, unknown>>()
  for (const { row, value } of rows) {
    const [element = '', property = ''] = row.split('.')
    const group = groups.get(element) ?? {}
    group[property] = value
    groups.set(element, group)
  }
  return groups
}

/** A row that nothing reads is a spelling mistake. */
function refuseUnknown(id: string, groups: ReadonlyMap<string, Record<string, unknown>>): void {
  for (const [element, group] of groups) {
    if (element === 'page' || element === 'default' || element in DETAIL_SCHEMAS) continue
    if (!isLayoutElement(element)) throw new Error(`${id}: no element is called ${element}`)
    const isHeading = HEADING_ELEMENTS.some((heading) => heading === element)
    const [stray] = Object.keys(isHeading ? {} : omitStyle(group))
    if (stray !== undefined) throw new Error(`${id}: ${element} has no property ${stray}`)
  }
}

/** Whether the layout prints the element at all. */
export const hasElement = (layout: Layout, element: LayoutElement): boolean => layout.styles.has(element)

/** The style of an element; one the layout does not print looks like its body. */
export function styleOf(layout: Layout, element: LayoutElement): ElementStyle {
  const style = layout.styles.get(element) ?? layout.styles.get('body')
  if (!style) throw new Error(`${layout.id} has no body`)
  return style
}

/** Width in mm between the margins. */
export const textAreaWidth = (layout: Layout): number =>
  layout.page.width - layout.page.marginLeft - layout.page.marginRight

/** The heading element at a depth of nested sections; deeper than the rows go, the last one. */
export function headingElementAt(layout: Layout, depth: number, hasParts: boolean): HeadingElement {
  const levels = hasParts ? layout.details.headings?.levelsWithParts : layout.details.headings?.levels
  return levels?.[depth] ?? levels?.at(-1) ?? 'heading4'
}

/** Where a list marker depends on the nesting, the patterns repeat. */
export function listMarkerPattern(layout: Layout, style: ListStyle, depth: number): string {
  const patterns = layout.details.list?.markers[style] ?? []
  return patterns[depth % Math.max(1, patterns.length)] ?? ''
}

export type { Alignment }
