import { pointLetter } from '../vietnamese/point-letters'

/** What stands before a line of a list, by a pattern of the layout; `index` counts from 0. */
export const listMarker = (pattern: string, index: number): string =>
  pattern.replace('{number}', String(index + 1)).replace('{letter}', pointLetter(index))
