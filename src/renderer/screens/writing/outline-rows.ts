import { numberHeadings } from '../../../core/official-layout/number-headings'
import {
  blockContents,
  inlineText,
  sectionStatus,
  walkSections,
  type SectionStatus,
} from '../../../core/report/walk-report'
import type { Report, Section } from '../../../core/report/report'
import type { Slot } from '../../../core/slot'

export interface OutlineRow {
  readonly id: string
  readonly depth: number
  /** "I.", "1."; empty for a silent heading. */
  readonly number: string
  readonly name: string
  readonly status: SectionStatus
  readonly words: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly section: Section
}

/** The sections of a report in order, with what the outline shows of each. */
export function outlineRows(report: Report): readonly OutlineRow[] {
  const hasParts = report.kind === 'formalReport' && report.hasParts
  const numbers = numberHeadings(report.sections, { layout: report.layout, hasParts })
  const places = siblingPlaces(report.sections)
  return [...walkSections(report.sections)].map(({ section, depth }) => ({
    id: section.id,
    depth,
    number: numbers.get(section.id) ?? '',
    name: inlineText(section.heading, report.slots).trim(),
    status: sectionStatus(section),
    words: sectionWords(section, report.slots),
    isFirst: places.get(section.id)?.isFirst ?? false,
    isLast: places.get(section.id)?.isLast ?? false,
    section,
  }))
}

function siblingPlaces(
  sections: readonly Section[],
  places = new Map<string, { isFirst: boolean; isLast: boolean }>(),
) {
  for (const [index, section] of sections.entries()) {
    places.set(section.id, { isFirst: index === 0, isLast: index === sections.length - 1 })
    siblingPlaces(section.sections, places)
  }
  return places
}

/** Words of the section's own text, as an officer counts them: runs between spaces. */
export function sectionWords(section: Section, slots: readonly Slot[]): number {
  return section.blocks.reduce(
    (sum, block) =>
      sum + [...blockContents(block)].reduce((inner, content) => inner + countWords(inlineText(content, slots)), 0),
    0,
  )
}

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Words of the whole body. */
export const reportWords = (rows: readonly OutlineRow[]): number => rows.reduce((sum, row) => sum + row.words, 0)

/** Where a new section goes: after the last printed one, before the closing words that have no heading in print. */
export function newSectionPlace(rows: readonly OutlineRow[]): { readonly after: string } | 'atEnd' {
  const last = rows.findLast(({ depth, section }) => depth === 0 && section.isHeadingPrinted)
  return last ? { after: last.id } : 'atEnd'
}
