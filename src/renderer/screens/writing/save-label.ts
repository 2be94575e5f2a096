import type { SaveState } from '../../session/report-session'
import { formatClock } from '../../text/format'
import { vi } from '../../text/vi'

export interface SaveLabel {
  readonly text: string
  readonly tone: 'good' | 'quiet' | 'bad'
}

/** What the top bar says of the state of saving; never more than the state knows. */
export function saveLabel(state: SaveState | 'readOnly'): SaveLabel {
  if (state === 'readOnly') return { text: vi.save.readOnly, tone: 'quiet' }
  switch (state.kind) {
    case 'saved':
      return {
        text: state.at === undefined ? vi.save.savedEarlier : vi.save.saved(formatClock(state.at)),
        tone: 'good',
      }
    case 'dirty':
      return { text: vi.save.dirty, tone: 'quiet' }
    case 'saving':
      return { text: vi.save.saving, tone: 'quiet' }
    case 'failed':
      return { text: vi.save.failed, tone: 'bad' }
    case 'conflict':
      return { text: vi.save.conflict, tone: 'bad' }
  }
}
