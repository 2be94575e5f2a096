/** What a frame is: the paragraphs round the body, labelled by place and shape, and the body that is left to decode. */
import type { SectionRole } from '../../section-labels'
import type { Reason, ReasonCode } from '../reason'

/** A label that place or shape proposes. */
export interface FixedLabel {
  readonly section: SectionRole
  readonly reason: Reason
}

export interface Frame {
  /** Paragraph index → label. */
  readonly fixed: ReadonlyMap<number, FixedLabel>
  /** Indexes of the body in order. */
  readonly body: readonly number[]
}

export const fixedLabel = (section: SectionRole, code: ReasonCode, data?: string): FixedLabel => ({
  section,
  reason: data === undefined ? { code } : { code, data },
})
