/** Mentions of periods in a text: "6 tháng đầu năm 2023", "quý III", "năm 2024", "tháng 9/2026", "năm học 2022 - 2023". */
import { ReportingPeriodSchema, type ReportingPeriod } from '../../reporting-period'
import { fromRoman } from '../../vietnamese/roman'

export type PeriodKind =
  | 'week'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'nineMonths'
  /** Any other number of months from the start of the year. */
  | 'monthsOfYear'
  | 'restOfYear'
  | 'semester'
  | 'year'
  | 'schoolYear'
  /** "giai đoạn 2018 - 2023". */
  | 'span'

/**
 * A period as it stands, often without its year. `order` counts within one year: half 1, 2; quarter 1–4; month 1–12;
 * week 1–53. A span has its last year there.
 */
export interface PeriodMention {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: PeriodKind
  readonly order: number
  readonly year?: number
  /** "6 tháng", "tháng 9": the text does not say of which year, and it may be a length or a mere date. */
  readonly isBare?: true
}

interface PeriodRule {
  readonly kind: PeriodKind
  /** One of these is in every text that the pattern matches, in small letters with single spaces: few texts have one. */
  readonly words: readonly string[]
  readonly pattern: RegExp
  readonly order: (match: RegExpMatchArray) => number
  /** Number of the group that holds the year. */
  readonly yearGroup: number
  readonly isBare?: true
}

const YEAR = String.raw`((?:19|20)\d{2})(?!\d|[.,]\d)`
const OPTIONAL_YEAR = String.raw`(?:(?:\s*[/–-]\s*|\s+năm\s+)${YEAR})?`
/** "2022 - 2023" is a school year, a term or a span, never the year 2022. */
const ALONE = String.raw`(?!\s*[-–]\s*(?:19|20)\d{2})`
const SPAN = String.raw`((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})(?!\d)`
const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
  ['mười một', 11],
])
const COUNT = String.raw`(\d{1,2}|${[...SMALL_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')})`
const SCHOOL_YEAR = String.raw`năm\s+học\s+${SPAN}`
const LAST_MONTH = 12

const lower = (text: string | undefined): string => text?.toLowerCase() ?? ''
const countOf = (text: string | undefined): number => SMALL_NUMBERS.get(lower(text)) ?? Number(text)
const numberOf = (text: string | undefined): number => fromRoman(text ?? '') ?? Number(text)

/** Earlier rules win where two overlap. */
const RULES: readonly PeriodRule[] = [
  {
    kind: 'semester',
    words: ['học k'],
    pattern: new RegExp(String.raw`học\s+k[ỳì]\s+(II|I|[12])(?![\p{L}\d])(?:,?\s+${SCHOOL_YEAR})?`, 'giu'),
    order: (match) => numberOf(match[1]),
    yearGroup: 2,
  },
  { kind: 'schoolYear', words: ['năm học'], pattern: new RegExp(SCHOOL_YEAR, 'giu'), order: () => 0, yearGroup: 1 },
  {
    kind: 'span',
    words: ['giai đoạn'],
    pattern: new RegExp(String.raw`giai\s+đoạn\s+${SPAN}`, 'giu'),
    order: (match) => Number(match[2]),
    yearGroup: 1,
  },
  {
    kind: 'halfYear',
    words: ['6 tháng', 'sáu tháng'],
    pattern: new RegExp(
      String.raw`(?:0?6|sáu)\s+tháng(?:\s+(đầu|cuối)(?:\s+năm)?(?:\s+${YEAR})?|\s+năm\s+${YEAR})`,
      'giu',
    ),
    order: (match) => (lower(match[1]) === 'cuối' ? 2 : 1),
    yearGroup: 2,
  },
  {
    kind: 'halfYear',
    words: ['nửa'],
    pattern: new RegExp(String.raw`nửa\s+(đầu|cuối)\s+năm(?:\s+${YEAR})?`, 'giu'),
    order: (match) => (lower(match[1]) === 'cuối' ? 2 : 1),
    yearGroup: 2,
  },
  {
    kind: 'nineMonths',
    words: ['9 tháng', 'chín tháng'],
    pattern: new RegExp(String.raw`(?:0?9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm)(?:\s+${YEAR})?`, 'giu'),
    order: () => 3,
    yearGroup: 1,
  },
  {
    kind: 'restOfYear',
    words: ['cuối năm', 'lại năm', 'lại của năm'],
    pattern: new RegExp(
      String.raw`(?:${COUNT}|những|các|quý|thời\s+gian)\s+(?:tháng\s+)?(?:cuối|còn\s+lại(?:\s+của)?)\s+năm(?:\s+${YEAR})?`,
      'giu',
    ),
    order: () => LAST_MONTH,
    yearGroup: 2,
  },
  {
    kind: 'quarter',
    words: ['3 tháng', 'ba tháng'],
    pattern: new RegExp(String.raw`(?:0?3|ba)\s+tháng\s+đầu\s+năm(?:\s+${YEAR})?`, 'giu'),
    order: () => 1,
    yearGroup: 1,
  },
  {
    kind: 'monthsOfYear',
    words: ['tháng đầu năm', 'tháng năm'],
    pattern: new RegExp(String.raw`${COUNT}\s+tháng(?:\s+đầu\s+năm(?:\s+${YEAR})?|\s+năm\s+${YEAR})`, 'giu'),
    order: (match) => countOf(match[1]),
    yearGroup: 2,
  },
  {
    kind: 'monthsOfYear',
    words: ['các tháng', 'những tháng'],
    pattern: new RegExp(String.raw`(?:những|các)\s+tháng\s+đầu\s+năm(?:\s+${YEAR})?`, 'giu'),
    order: () => 1,
    yearGroup: 1,
  },
  {
    kind: 'quarter',
    words: ['quý', 'quí'],
    pattern: new RegExp(String.raw`qu[ýí]\s+(IV|I{1,3}|[1-4])(?![\p{L}\d])${OPTIONAL_YEAR}`, 'giu'),
    order: (match) => numberOf(match[1]),
    yearGroup: 2,
  },
  {
    kind: 'month',
    words: ['tháng'],
    pattern: new RegExp(String.raw`tháng\s+(\d{1,2})(?:\s*[/–-]\s*|\s+năm\s+)${YEAR}`, 'giu'),
    order: (match) => Number(match[1]),
    yearGroup: 2,
  },
  {
    kind: 'week',
    words: ['tuần'],
    pattern: new RegExp(String.raw`tuần\s+(?:thứ\s+)?(\d{1,2})(?![\d.,]*\d)${OPTIONAL_YEAR}`, 'giu'),
    order: (match) => Number(match[1]),
    yearGroup: 2,
  },
  {
    kind: 'year',
    words: ['năm 19', 'năm 20'],
    pattern: new RegExp(String.raw`năm\s+${YEAR}${ALONE}`, 'giu'),
    order: () => 0,
    yearGroup: 1,
  },
  {
    kind: 'month',
    words: ['tháng'],
    pattern: /tháng\s+(0?[1-9]|1[0-2])(?![\d%]|[.,/–-]\d)/giu,
    order: (match) => Number(match[1]),
    yearGroup: 2,
    isBare: true,
  },
  {
    kind: 'restOfYear',
    words: ['tháng tới', 'tháng tiếp'],
    pattern: new RegExp(String.raw`${COUNT}\s+tháng\s+(?:tới|tiếp\s+theo)(?![\p{L}\d])`, 'giu'),
    order: () => LAST_MONTH,
    yearGroup: 2,
  },
  {
    kind: 'halfYear',
    words: ['6 tháng', 'sáu tháng'],
    pattern: /(?:0?6|sáu)\s+tháng(?![\p{L}\d])/giu,
    order: () => 1,
    yearGroup: 1,
    isBare: true,
  },
  {
    kind: 'nineMonths',
    words: ['9 tháng', 'chín tháng'],
    pattern: /(?:0?9|chín)\s+tháng(?![\p{L}\d])/giu,
    order: () => 3,
    yearGroup: 1,
    isBare: true,
  },
]

/** All mentions from left to right. */
export function findPeriods(text: string): readonly PeriodMention[] {
  const found: PeriodMention[] = []
  const taken = new Uint8Array(text.length)
  const small = spacedOnce(text.toLowerCase())
  const [hasMonth, hasYear] = [small.includes('tháng'), small.includes('năm')]
  for (const rule of RULES) {
    const mayHold = (word: string): boolean =>
      (hasMonth || !word.includes('tháng')) && (hasYear || !word.includes('năm')) && small.includes(word)
    if (!rule.words.some(mayHold)) continue
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (/[\p{L}\d]/u.test(text[start - 1] ?? ' ')) continue
      if (rule.kind === 'month' && isPartOfDate(text, start)) continue
      if (rule.kind === 'year' && isPartOfName(text, start)) continue
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      const year = match.slice(rule.yearGroup).find((group: string | undefined) => /^(?:19|20)\d{2}$/.test(group ?? ''))
      found.push({
        start,
        end,
        text: match[0],
        kind: rule.kind,
        order: rule.order(match),
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(rule.isBare ? { isBare: true } : {}),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const spacedOnce = (text: string): string => (/[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ') : text)

/** "ngày 5 tháng 3": the month belongs to the day before it, also where that is left blank. "mỗi tháng 2 buổi": no month. */
const isPartOfDate = (text: string, start: number): boolean =>
  /(?:\d|ngày[\s.…_]{0,12}|mỗi|một|từng|hằng|hàng)\s$/iu.test(text.slice(Math.max(0, start - 20), start))

/** "ngày    tháng 9 năm 2023" with the day left blank; "Luật Đất đai năm 2024". */
const isPartOfName = (text: string, start: number): boolean =>
  /(?:tháng\s+\d{1,2}|(?:Luật|Hiến pháp|Pháp lệnh)(?:\s[\p{L},]+){0,5})\s$/u.test(
    text.slice(Math.max(0, start - 60), start),
  )

/**
 * The mention as a reporting period; `year` stands in where the text leaves it out. `undefined` for what no report of
 * ours can hold: a week, a school year, "tháng 13/2026" as a slip of the pen.
 */
export function mentionToPeriod(mention: PeriodMention, year: number | undefined): ReportingPeriod | undefined {
  const known = mention.year ?? year
  if (known === undefined) return undefined
  const parsed = ReportingPeriodSchema.safeParse(periodOf(mention, known))
  return parsed.success ? parsed.data : undefined
}

function periodOf(mention: PeriodMention, year: number): ReportingPeriod | undefined {
  switch (mention.kind) {
    case 'month':
      return { kind: 'month', month: mention.order, year }
    case 'quarter':
      return { kind: 'quarter', quarter: mention.order, year }
    case 'halfYear':
      return { kind: 'halfYear', half: mention.order === 2 ? 2 : 1, year }
    case 'nineMonths':
      return { kind: 'nineMonths', year }
    case 'year':
      return { kind: 'year', year }
    case 'restOfYear':
      return { kind: 'quarter', quarter: 4, year }
    case 'span':
      return { kind: 'thematic', years: mention.order - year, to: mention.order }
    case 'week':
    case 'monthsOfYear':
    case 'semester':
    case 'schoolYear':
      return undefined
  }
}

const TERM = /nhiệm\s+kỳ\s+(\d{4})\s*[-–]\s*(\d{4})/giu

/** "nhiệm kỳ 2020 - 2025". */
export function findTerms(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  return [...text.matchAll(TERM)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
