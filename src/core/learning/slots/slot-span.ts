import type { SlotType } from '../../slot'

/** A piece of a text that fills a slot. */
export interface SlotSpan {
  readonly type: SlotType
  readonly start: number
  readonly end: number
}
