/**
 * The sections of one segmented sample as they nest: headings by their levels, and where no heading stands, runs of one
 * label merged into one section in the order of their first paragraph.
 */
import type { ReportKind } from '../../report/report'
import type { SectionRole, WorkField } from '../../section-labels'
import { lineMarkerOf, isListStyle } from '../words/line-marker'
import { nameKey } from './heading-likeness'
import type { SegmentedParagraph, SegmentedSample } from '../sample-document'

export interface SectionNode {
  readonly role: SectionRole
  readonly field?: WorkField
  /** Its heading is outside the closed set; `role` is only the nearest label. */
  readonly isNamed: boolean
  readonly isPart: boolean
  /** The lines of its heading: "Phần thứ nhất" and the title below it are one. Empty where no heading stands. */
  readonly titles: readonly SegmentedParagraph[]
  /** What an officer called a section over which no heading stands. */
  readonly name?: string
  /** Its own text, without that of inner sections; a heading that runs into its text is the first of these too. */
  readonly body: readonly SegmentedParagraph[]
  readonly inner: readonly SectionNode[]
}

interface OpenNode extends SectionNode {
  field?: WorkField
  isNamed: boolean
  readonly titles: SegmentedParagraph[]
  readonly body: SegmentedParagraph[]
  readonly inner: OpenNode[]
}

/** Labels that are no sections of the body: they become fields of the report or are left out. */
const OUTSIDE_BODY: Readonly<Record<ReportKind, ReadonlySet<SectionRole>>> = {
  newsAccount: new Set<SectionRole>(['headline', 'publishedAt', 'byline', 'officialLayout', 'clutter', 'appendix']),
  formalReport: new Set<SectionRole>([
    'headline',
    'publishedAt',
    'byline',
    'officialLayout',
    'clutter',
    'photoCaption',
  ]),
}

export function sectionTree(sample: SegmentedSample): readonly SectionNode[] {
  const body = sample.paragraphs.filter((paragraph) => !OUTSIDE_BODY[sample.kind].has(paragraph.section))
  return sample.kind === 'newsAccount' ? labelRuns(body) : nest(body)
}

/** A news account has no headings: what carries one label is one section. */
function labelRuns(body: readonly SegmentedParagraph[]): readonly SectionNode[] {
  const top: OpenNode[] = []
  for (const paragraph of body) {
    const home = isAnswered(paragraph) ? answeredHome(paragraph, top, top) : runOf(top, paragraph.section)
    home.body.push(paragraph)
  }
  return top
}

/** The section of a label that needs no heading; made at the end of the list where there is none. */
function runOf(siblings: OpenNode[], role: SectionRole, field?: WorkField): OpenNode {
  const known = siblings.find((node) => node.role === role && node.field === field && !node.isNamed && !node.isPart)
  if (known) return known
  const made = makeNode(role, field)
  siblings.push(made)
  return made
}

const makeNode = (role: SectionRole, field?: WorkField): OpenNode => ({
  role,
  ...(field ? { field } : {}),
  isNamed: false,
  isPart: false,
  titles: [],
  body: [],
  inner: [],
})

interface Level {
  readonly depth: number
  readonly style: string
  readonly node: OpenNode
}

function nest(body: readonly SegmentedParagraph[]): readonly SectionNode[] {
  const top: OpenNode[] = []
  const loose: Loose[] = []
  let stack: readonly Level[] = []
  for (const paragraph of body) {
    if (paragraph.section === 'appendix') {
      runOf(top, 'appendix')[paragraph.role === 'heading' ? 'titles' : 'body'].push(paragraph)
    } else if (isTitle(paragraph)) {
      stack = open(paragraph, stack, top)
      if (paragraph.role !== 'heading') stack.at(-1)?.node.body.push(paragraph)
    } else {
      const under = stack.at(-1)?.node
      const stays = isAnswered(paragraph) ? isOf : belongs
      if (under && stays(paragraph, under)) under.body.push(paragraph)
      else loose.push({ under, siblings: siblingsOf(paragraph, stack, top), paragraph })
    }
  }
  settle(loose, top)
  return ordered(top.map((node) => splitFields(node)))
}

/** A paragraph whose label is not that of the heading above it. */
interface Loose {
  readonly paragraph: SegmentedParagraph
  readonly under: OpenNode | undefined
  readonly siblings: OpenNode[]
}

/** A heading with nothing else below it keeps its paragraphs whatever their labels; the others go by theirs. */
function settle(loose: readonly Loose[], top: OpenNode[]): void {
  const bare = new Set(
    loose.flatMap(({ under }) => (under && under.body.length === 0 && under.inner.length === 0 ? [under] : [])),
  )
  for (const { paragraph, under, siblings } of loose) {
    const isKept = under && bare.has(under) && paragraph.section !== 'conclusion'
    const ownHome = () => (isKept ? under : runOf(siblings, paragraph.section))
    const home = isAnswered(paragraph) ? answeredHome(paragraph, siblings, top) : ownHome()
    home.body.push(paragraph)
  }
}

/** An officer has said which section it is of: her word holds against the heading above it. */
const isAnswered = ({ reasons }: SegmentedParagraph): boolean => reasons.some(({ code }) => code === 'officer')

const isOf = ({ section, field, customName }: SegmentedParagraph, node: SectionNode): boolean =>
  customName === undefined
    ? !node.isNamed && !node.isPart && node.role === section && node.field === field
    : node.isNamed && nameKey(node.name ?? node.titles.map(titleText).join(' ')) === nameKey(customName)

/** The section an officer means, wherever it stands; a new one beside the others where the sample has none. */
function answeredHome(paragraph: SegmentedParagraph, siblings: OpenNode[], top: OpenNode[]): OpenNode {
  const { section, field, customName } = paragraph
  const known = withInner(top).find((node) => isOf(paragraph, node))
  if (known) return known
  if (customName === undefined) return fieldHome(runOf(siblings, section), field)
  const made = { ...makeNode(section, field), isNamed: true, name: customName }
  siblings.push(made)
  return made
}

/** A field of work stands within the results: as a section where they have inner ones, else told by its label alone. */
const fieldHome = (node: OpenNode, field: WorkField | undefined): OpenNode =>
  field === undefined || node.inner.length === 0 ? node : runOf(node.inner, node.role, field)

const withInner = (nodes: readonly OpenNode[]): readonly OpenNode[] =>
  nodes.flatMap((node) => [node, ...withInner(node.inner)])

const isTitle = (paragraph: SegmentedParagraph): boolean =>
  paragraph.title !== undefined || paragraph.role === 'heading'

/** The levels with the heading's section opened on top. */
function open(paragraph: SegmentedParagraph, stack: readonly Level[], top: OpenNode[]): readonly Level[] {
  const style = styleOf(paragraph)
  const last = stack.at(-1)
  if (last && isSecondLine(paragraph, last.node)) {
    last.node.titles.push(paragraph)
    if (last.node.titles.length > 1 && !last.node.isNamed) last.node.isNamed = paragraph.customName !== undefined
    return stack
  }
  const outer = levelsAbove(paragraph.title?.depth, style, stack)
  const parent = outer.at(-1)?.node
  const node: OpenNode = {
    ...makeNode(paragraph.section, paragraph.field),
    isNamed: paragraph.customName !== undefined,
    isPart: style === 'part',
    titles: [paragraph],
  }
  const siblings = parent?.inner ?? top
  siblings.push(node)
  return [...outer, { depth: paragraph.title?.depth ?? outer.length, style, node }]
}

/** A sample labelled before levels were told, or a heading an officer named, goes by the style of its mark. */
function levelsAbove(depth: number | undefined, style: string, stack: readonly Level[]): readonly Level[] {
  if (depth !== undefined) return stack.filter((level) => level.depth < depth)
  const same = stack.findIndex((level) => level.style === style)
  return same >= 0 ? stack.slice(0, same) : stack
}

function styleOf(paragraph: SegmentedParagraph): string {
  const style = lineMarkerOf(paragraph)?.style
  if (style) return isListStyle(style) ? 'list' : style
  return /\p{Ll}/u.test(paragraph.text) ? 'plain' : 'caps'
}

/** "Phần thứ nhất" alone on its line, or a title in capitals over two lines. */
function isSecondLine(paragraph: SegmentedParagraph, before: OpenNode): boolean {
  const last = before.titles.at(-1)
  if (!last || last.index !== paragraph.index - 1 || before.body.length > 0 || lineMarkerOf(paragraph)) return false
  const isBarePart = titleText(last) === ''
  const areCapitals = styleOf(paragraph) === 'caps' && !/\p{Ll}/u.test(titleText(last))
  return isBarePart || (areCapitals && last.section === paragraph.section && last.customName === paragraph.customName)
}

/** The words of a heading line without its mark. */
export const titleText = (paragraph: SegmentedParagraph): string =>
  paragraph.text
    .slice(paragraph.title?.start ?? lineMarkerOf(paragraph)?.length ?? 0, paragraph.title?.end)
    .replace(/[.:;\s]+$/u, '')

/**
 * Under a heading of its own name stands whatever label its words come nearest to, and under any the items of a list.
 * Closing words never belong.
 */
function belongs(paragraph: SegmentedParagraph, node: OpenNode): boolean {
  if (paragraph.section === 'conclusion') return node.role === 'conclusion'
  if (node.isNamed || node.role === paragraph.section || paragraph.role !== 'body') return true
  const names = node.titles.flatMap(({ also }) => also.map(({ section }) => section))
  return names.includes(paragraph.section)
}

/** A paragraph of another label than its heading is a section beside the one it stands in, within the same part. */
function siblingsOf(paragraph: SegmentedParagraph, stack: readonly Level[], top: OpenNode[]): OpenNode[] {
  const outermost = stack[0]?.node
  return outermost?.isPart === true && paragraph.section !== 'conclusion' ? outermost.inner : top
}

/** Results without inner headings are told by their fields of work. */
function splitFields(node: OpenNode, parent?: OpenNode): OpenNode {
  const inner = node.inner.map((child) => splitFields(child, node))
  const isWhole =
    node.role === 'results' && !node.isNamed && !node.field && (parent?.role !== 'results' || parent.isPart)
  if (!isWhole || inner.length > 0) return { ...node, inner }
  const own: SegmentedParagraph[] = []
  for (const paragraph of node.body) {
    if (paragraph.field === undefined) own.push(paragraph)
    else runOf(inner, 'results', paragraph.field).body.push(paragraph)
  }
  return { ...node, body: own, inner }
}

function ordered(nodes: readonly OpenNode[]): readonly OpenNode[] {
  return nodes
    .map((node) => ({ ...node, inner: [...ordered(node.inner)] }))
    .sort((a, b) => firstIndex(a) - firstIndex(b))
}

/** Place of the first line of a section. */
function firstIndex(node: SectionNode): number {
  const own = [...node.titles, ...node.body].map((paragraph) => paragraph.index)
  return Math.min(...own, ...node.inner.map(firstIndex))
}
