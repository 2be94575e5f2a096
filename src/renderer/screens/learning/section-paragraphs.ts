/** Which section of the learned template each paragraph of a sample stands for. */
import { nameKey, nameLikeness, SAME_NAME } from '../../../core/learning/template/heading-likeness'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import { sectionTree, titleText, type SectionNode } from '../../../core/learning/template/section-tree'
import type { TemplateSection } from '../../../core/template/template'

interface Found {
  readonly sections: readonly TemplateSection[]
  readonly ids: ReadonlyMap<number, string>
}

/** A sample that did not change is not looked through again. */
const found = new WeakMap<SegmentedSample, Found>()

/** Paragraph index → id of a section; `sections` as they were learned, before any edit. */
export function sectionsOfParagraphs(
  sample: SegmentedSample,
  sections: readonly TemplateSection[],
): ReadonlyMap<number, string> {
  const known = found.get(sample)
  if (known?.sections === sections) return known.ids
  const ids = findSections(sample, sections)
  found.set(sample, { sections, ids })
  return ids
}

function findSections(sample: SegmentedSample, sections: readonly TemplateSection[]): ReadonlyMap<number, string> {
  const ids = new Map<number, string>()
  const everywhere = flatten(sections)
  const keys = new Map(everywhere.map((section) => [section, nameKey(section.heading)]))
  const visit = (node: SectionNode, level: readonly TemplateSection[], outer: TemplateSection | undefined): void => {
    const own = bestOf(node, level, keys) ?? bestOf(node, everywhere, keys)
    const section = own ?? outer
    if (section) for (const { index } of [...node.titles, ...node.body]) ids.set(index, section.id)
    for (const inner of node.inner) visit(inner, own?.sections ?? level, section)
  }
  for (const node of sectionTree(sample)) visit(node, sections, undefined)
  return ids
}

const flatten = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
  sections.flatMap((section) => [section, ...flatten(section.sections)])

const SAME_LABEL = 600

function bestOf(
  node: SectionNode,
  sections: readonly TemplateSection[],
  keys: ReadonlyMap<TemplateSection, string>,
): TemplateSection | undefined {
  const name = nameKey(node.name ?? node.titles.map(titleText).join(' '))
  let best: { readonly section: TemplateSection; readonly score: number } | undefined
  for (const section of sections) {
    const likeness = nameLikeness(name, keys.get(section) ?? '')
    const isLabel = !node.isNamed && section.role === node.role && section.field === node.field
    if (!isLabel && likeness < SAME_NAME) continue
    const score = (isLabel ? SAME_LABEL : 0) + likeness
    if (!best || score > best.score) best = { section, score }
  }
  return best?.section
}

/** The section with all inside it, by id. */
export function idsWithin(sections: readonly TemplateSection[], id: string | undefined): ReadonlySet<string> {
  const section = flatten(sections).find((candidate) => candidate.id === id)
  return new Set(section ? flatten([section]).map((inner) => inner.id) : [])
}
