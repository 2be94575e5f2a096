/** Vitest's asymmetric matchers, typed as values nobody can misuse. */
import { expect } from 'vitest'

export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern)
export const textWith = (part: string): unknown => expect.stringContaining(part)
export const anyList = (): unknown => expect.any(Array)
export const listWithOneLike = (part: object): unknown => expect.arrayContaining([expect.objectContaining(part)])
