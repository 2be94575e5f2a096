import type { Identities } from '../../src/core/report/make-report'

/** Ids that count: n1, n2, … */
export function countingIds(prefix = 'n'): Identities {
  let last = 0
  return {
    next: () => {
      last += 1
      return `${prefix}${last}`
    },
  }
}
