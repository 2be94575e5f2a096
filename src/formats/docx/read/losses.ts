/** What a document holds that paragraphs cannot carry: counted while it is read, with the words it is about. */
import type { Notice, NoticeCode } from '../../../core/notice'
import { toNfc, trimWide } from '../../../core/vietnamese/nfc'

export type Loss = Extract<NoticeCode, `read.${string}` | 'text.damagedBytes'>

const SEVERITIES: Readonly<Partial<Record<Loss, Notice['severity']>>> = {
  'read.deletionsLeftOut': 'warning',
  'read.hiddenLeftOut': 'warning',
  'read.objectsLeftOut': 'warning',
  'read.insertedFilesLeftOut': 'warning',
  'read.outsideLinksDropped': 'warning',
  'read.unsafeFields': 'warning',
  'read.macrosLeftOut': 'warning',
  'read.symbolsUnknown': 'warning',
  'read.directionMarks': 'warning',
  'read.partsMissing': 'warning',
  'text.damagedBytes': 'warning',
}

/** A notice is read, not studied: so much of each text, and so many texts. */
const LONGEST_TEXT = 80
const MOST_TEXTS = 5

interface Tally {
  count: number
  readonly texts: Set<string>
  hasMore: boolean
}

export interface LossSink {
  add(loss: Loss, text?: string, count?: number): void
}

/** What still counts in a story that is left out as a whole: everything that says how the file was made. */
const SAID_OF_STORIES_LEFT_OUT: ReadonlySet<Loss> = new Set<Loss>([
  'read.picturesLeftOut',
  'read.objectsLeftOut',
  'read.unsafeFields',
  'read.outsideLinksDropped',
])

/** The log for headers and comments: their text boxes are placed nowhere, their changes taken nowhere. */
export const ofStoryLeftOut = (losses: LossSink): LossSink => ({
  add: (loss, text, count) => {
    if (SAID_OF_STORIES_LEFT_OUT.has(loss)) losses.add(loss, text, count)
  },
})

export class LossLog implements LossSink {
  readonly #tallies = new Map<Loss, Tally>()

  /** One more; `text` is what the officer would look for. */
  add(loss: Loss, text = '', count = 1): void {
    const tally = this.#tallies.get(loss) ?? { count: 0, texts: new Set<string>(), hasMore: false }
    this.#tallies.set(loss, tally)
    tally.count += count
    const words = clipped(text)
    if (words === '' || tally.texts.has(words)) return
    if (tally.texts.size < MOST_TEXTS) tally.texts.add(words)
    else tally.hasMore = true
  }

  notices(): readonly Notice[] {
    return [...this.#tallies].map(([code, { count, texts, hasMore }]) => ({
      code,
      severity: SEVERITIES[code] ?? 'hint',
      data: { count, text: [...[...texts].map((text) => `“${text}”`), ...(hasMore ? ['…'] : [])].join(', ') },
    }))
  }
}

function clipped(text: string): string {
  const line = trimWide(toNfc(text.slice(0, LONGEST_TEXT * 4)).replace(/\s+/g, ' '))
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT).toWellFormed()}…` : line
}
