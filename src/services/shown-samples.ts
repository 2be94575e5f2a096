/**
 * Documents that windows are looking at, held so that a correction labels them again without reading their files anew.
 * The oldest make room; what is no longer held is read again from its file.
 */
import type { SampleDocument } from '../core/learning/sample-document'

export interface ShownSamples {
  readonly keep: (sha256: string, document: SampleDocument) => void
  readonly find: (sha256: string) => SampleDocument | undefined
}

/** In letters: a few hundred long reports. */
const LIMIT = 24 * 1024 * 1024

export function createShownSamples(limit = LIMIT): ShownSamples {
  // A Map keeps the order of arrival: the first is the oldest.
  const held = new Map<string, { readonly document: SampleDocument; readonly size: number }>()
  let total = 0
  const drop = (sha256: string) => {
    total -= held.get(sha256)?.size ?? 0
    held.delete(sha256)
  }
  return {
    keep: (sha256, document) => {
      drop(sha256)
      const size = document.paragraphs.reduce((sum, { text }) => sum + text.length, 0)
      held.set(sha256, { document, size })
      total += size
      for (const oldest of held.keys()) {
        if (total <= limit || oldest === sha256) break
        drop(oldest)
      }
    },
    find: (sha256) => held.get(sha256)?.document,
  }
}
