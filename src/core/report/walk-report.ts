/** Walks over a report in reading order. */
import type { Block, Inline, List, Report, Section } from './report'
import { slotText, type Slot } from '../slot'

export interface SectionVisit {
  readonly section: Section
  /** 0 for a top section. */
  readonly depth: number
  /** Node path: `sections/2/sections/0`. */
  readonly path: string
}

/** Every section, a parent before its children. */
export function* walkSections(sections: readonly Section[], depth = 0, parent = ''): Generator<SectionVisit> {
  for (const [index, section] of sections.entries()) {
    const path = `${parent}sections/${index}`
    yield { section, depth, path }
    yield* walkSections(section.sections, depth + 1, `${path}/`)
  }
}

/** Every run of inline content of a block: one a paragraph, list item or line of a cell. */
export function* blockContents(block: Block): Generator<readonly Inline[]> {
  switch (block.type) {
    case 'paragraph':
      yield block.content
      return
    case 'list':
      yield* listContents(block)
      return
    case 'table':
      for (const row of block.rows) for (const cell of row) yield* cell.paragraphs
      return
    case 'pageBreak':
      return
  }
}

function* listContents(list: List): Generator<readonly Inline[]> {
  for (const item of list.items) {
    yield item.content
    for (const inner of item.lists) yield* listContents(inner)
  }
}

/** Every run of inline content of a report, title first, headings before their blocks. */
export function* reportContents(report: Report): Generator<readonly Inline[]> {
  yield report.kind === 'formalReport' ? report.subject : report.headline
  for (const { section } of walkSections(report.sections)) {
    yield section.heading
    for (const block of section.blocks) yield* blockContents(block)
  }
}

/** Plain text of inline content, slots shown as their value or open mark. */
export function inlineText(content: readonly Inline[], slots: readonly Slot[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'lineBreak') return '\n'
      return slotText(slots.find((slot) => slot.id === inline.slotId))
    })
    .join('')
}

/** The name under which lists show a report. */
export function reportTitle(report: Report): string {
  const title = inlineText(report.kind === 'formalReport' ? report.subject : report.headline, report.slots)
    .replace(/\s+/g, ' ')
    .trim()
  return report.kind === 'formalReport' ? `${report.documentType} ${title}`.trim() : title
}

/** Whether a section holds any text of its own (its subsections apart). */
export function hasText(section: Section): boolean {
  return section.blocks.some((block) =>
    [...blockContents(block)].some((content) =>
      content.some((inline) => inline.type === 'slot' || (inline.type === 'text' && inline.text.trim() !== '')),
    ),
  )
}

export type SectionStatus = 'notWritten' | 'drafting' | 'needsFigures' | 'reviewed' | 'notApplicable'

/** The officer's mark where there is one; else whether anything is written in the section or below it. */
export function sectionStatus(section: Section): SectionStatus {
  if (section.mark) return section.mark.kind
  return hasText(section) || section.sections.some((inner) => sectionStatus(inner) !== 'notWritten')
    ? 'drafting'
    : 'notWritten'
}
