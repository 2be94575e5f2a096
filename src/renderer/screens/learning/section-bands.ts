/** The band of each section in the margin of a sample: a colour and a letter, so that colour never speaks alone. */
import { SECTION_LABELS, WORK_FIELDS, type SectionRole, type WorkField } from '../../../core/section-labels'

export interface Band {
  readonly letter: string
  /** Which of the eight colours of tokens.css; 8 is the quiet one. */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
}

export const SECTION_BANDS = {
  headline: { letter: 'T', colour: 8 },
  publishedAt: { letter: 'N', colour: 8 },
  byline: { letter: 'G', colour: 8 },
  lead: { letter: 'M', colour: 1 },
  conferenceInfo: { letter: 'I', colour: 6 },
  situation: { letter: 'Đ', colour: 6 },
  results: { letter: 'K', colour: 2 },
  shortcomings: { letter: 'H', colour: 3 },
  causes: { letter: 'Q', colour: 7 },
  lessonsLearned: { letter: 'B', colour: 5 },
  discussion: { letter: 'Ý', colour: 4 },
  upcomingTasks: { letter: 'P', colour: 5 },
  directingSpeech: { letter: 'C', colour: 6 },
  commendation: { letter: 'E', colour: 7 },
  proposals: { letter: 'X', colour: 4 },
  conclusion: { letter: 'L', colour: 1 },
  photoCaption: { letter: 'A', colour: 8 },
  officialLayout: { letter: 'V', colour: 8 },
  appendix: { letter: 'U', colour: 8 },
  clutter: { letter: '–', colour: 8 },
} as const satisfies Record<SectionRole, Band>

/** How a label is said: the name of its own heading, else the section with its field of work. */
export function labelName(label: {
  readonly section: SectionRole
  readonly field?: WorkField | undefined
  readonly customName?: string | undefined
}): string {
  if (label.customName !== undefined) return label.customName
  const name = SECTION_LABELS[label.section].name
  return label.field ? `${name}: ${WORK_FIELDS[label.field].name}` : name
}
