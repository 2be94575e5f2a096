/**
 * The labels of the two chains of the segmenter. The first tells the body from what stands round it; the second labels
 * the body alone, so that a caption or a line of the page between two paragraphs says nothing about their order.
 */
import type { SectionRole } from '../../section-labels'

/** Sections a body paragraph may belong to. Where two weigh the same the earlier one wins. */
export const BODY_ROLES = [
  'lead',
  'conferenceInfo',
  'situation',
  'results',
  'shortcomings',
  'causes',
  'lessonsLearned',
  'discussion',
  'upcomingTasks',
  'directingSpeech',
  'commendation',
  'proposals',
  'conclusion',
] as const satisfies readonly SectionRole[]
export type BodyRole = (typeof BODY_ROLES)[number]

export const isBodyRole = (role: SectionRole): role is BodyRole => (BODY_ROLES as readonly SectionRole[]).includes(role)

/** What a paragraph is to the page or to the official layout; `body` stands for all body sections together. */
export const FRAME_LABELS = [
  'body',
  'headline',
  'publishedAt',
  'byline',
  'photoCaption',
  'officialLayout',
  'appendix',
  'clutter',
] as const
export type FrameLabel = (typeof FRAME_LABELS)[number]

/** A label of either chain: what the weight of a feature speaks for. */
export type ChainLabel = FrameLabel | BodyRole

export const frameLabelOf = (role: SectionRole): FrameLabel => (isBodyRole(role) ? 'body' : role)
