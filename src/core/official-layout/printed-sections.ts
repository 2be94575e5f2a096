import type { Section } from '../report/report'
import { hasText } from '../report/walk-report'

/**
 * Whether a section is left out of the document: marked as not applicable and empty all the way down.
 * A marked section that holds text is printed, as nothing an officer typed goes missing.
 */
export function isLeftOut(section: Section): boolean {
  return section.mark?.kind === 'notApplicable' && isEmptyThroughout(section)
}

const isEmptyThroughout = (section: Section): boolean => !hasText(section) && section.sections.every(isEmptyThroughout)

/** The sections that are printed, in order. */
export const printedSections = (sections: readonly Section[]): readonly Section[] =>
  sections.filter((section) => !isLeftOut(section))
