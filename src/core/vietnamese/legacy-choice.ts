import { LEGACY_ENCODINGS } from './legacy-tables'

/** What an officer may say about the letters of a file without fonts: judge, leave alone, or decode as one of these. */
export const LEGACY_CHOICES = ['auto', 'keep', ...LEGACY_ENCODINGS] as const
export type LegacyChoice = (typeof LEGACY_CHOICES)[number]
