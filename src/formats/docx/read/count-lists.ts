/** Counts the numbered paragraphs of a document as Word does, and says what stands before each (ECMA-376-1, 17.9). */
import { writeNumber } from './number-formats'
import { LEVELS, type List, type ListLevel, type Lists } from './read-numbering'

export interface Counted {
  readonly label: string
  readonly level: number
  readonly isBullet: boolean
  readonly definition: ListLevel
}

export interface ListCounter {
  /** The next paragraph of a list; `undefined` where the document defines no such list. */
  next(listId: string, level: number): Counted | undefined
  /** The level of a list that belongs to a paragraph style. */
  levelOfStyle(listId: string, styleId: string | undefined): number | undefined
}

interface Family {
  /** Last number given, by level; absent before the first. */
  readonly numbers: (number | undefined)[]
  /** Lists that have begun: their own starts count once. */
  readonly begun: Set<string>
}

export function countLists(lists: Lists): ListCounter {
  const families = new Map<string, Family>()
  return {
    levelOfStyle(listId, styleId) {
      if (styleId === undefined) return undefined
      for (const [at, level] of lists.get(listId)?.levels ?? []) {
        if (level.paragraphStyle === styleId) return at
      }
      return undefined
    },
    next(listId, level) {
      const list = lists.get(listId)
      const at = Math.min(Math.max(level, 0), LEVELS - 1)
      const definition = list?.levels.get(at)
      if (!list || !definition) return undefined
      const family = families.get(list.family) ?? { numbers: [], begun: new Set<string>() }
      families.set(list.family, family)
      count(family, list, listId, at)
      const isBullet = definition.numberFormat === 'bullet'
      const label = isBullet ? definition.text : labelOf(definition, list, family, at)
      return { label, level: at, isBullet, definition }
    },
  }
}

function count(family: Family, list: List, listId: string, at: number): void {
  const { numbers, begun } = family
  const override = list.startOverrides.get(at)
  const begins = `${listId}/${at}`
  const isOwnStart = override !== undefined && !begun.has(begins)
  begun.add(begins)
  const last = numbers[at]
  numbers[at] = isOwnStart ? override : last === undefined ? (list.levels.get(at)?.start ?? 1) : last + 1
  // An upper level that was skipped counts as begun.
  for (let upper = 0; upper < at; upper += 1) numbers[upper] ??= list.levels.get(upper)?.start ?? 1
  for (let lower = at + 1; lower < LEVELS; lower += 1) {
    const restartAfter = list.levels.get(lower)?.restartAfter
    if (restartAfter === undefined || (restartAfter > 0 && at < restartAfter)) numbers[lower] = undefined
  }
}

/** Formats that a level which asks for digits leaves as they are. */
const WRITTEN_IN_DIGITS: ReadonlySet<string> = new Set(['decimal', 'decimalZero', 'none'])

function labelOf(definition: ListLevel, list: List, { numbers }: Family, at: number): string {
  return definition.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1
      const format = level === at ? definition.numberFormat : (list.levels.get(level)?.numberFormat ?? 'decimal')
      const value = numbers[level] ?? list.levels.get(level)?.start ?? 1
      return writeNumber(value, definition.isLegal && !WRITTEN_IN_DIGITS.has(format) ? 'decimal' : format)
    })
    .trim()
}
