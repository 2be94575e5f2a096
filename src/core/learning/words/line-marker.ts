/** The mark before a line: "Phần thứ nhất", "I.", "1.2.", "a)", "-", "Một là". Its style, not its number, gives the level. */

/** Marks that number a section. */
type NumberingStyle = 'part' | 'roman' | 'upperLetter' | 'number' | 'number2' | 'number3' | 'letter'
/** Marks of items of a list, which open no section of their own. */
const LIST_STYLES = ['parenthesised', 'dash', 'plus', 'star', 'ordinalWord'] as const
export type MarkerStyle = NumberingStyle | (typeof LIST_STYLES)[number]

export interface LineMarker {
  readonly style: MarkerStyle
  /** Length of the mark with the white space after it. */
  readonly length: number
}

const RULES: readonly { readonly style: MarkerStyle; readonly pattern: RegExp }[] = [
  {
    style: 'part',
    pattern: /^phần(?: thứ)? (?:nhất|một|hai|ba|bốn|tư|năm|[ivx]+|\d|[a-d])(?![\p{L}\d])[\s.:–-]*/iu,
  },
  { style: 'roman', pattern: /^[IVX]{1,5}(?:\s?[.\-–)/]|\.\s?[-–])\s*(?=\S)/u },
  { style: 'upperLetter', pattern: /^[A-HĐ](?:\s?[.\-–)/])\s*(?=\p{L})/u },
  { style: 'number3', pattern: /^\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s+/u },
  { style: 'number2', pattern: /^\d{1,2}\.\d{1,2}(?:[.)\-–]\s*|\s+)(?=\p{L})/u },
  { style: 'number', pattern: /^\d{1,2}(?:\s?[.)/]|\s?[-–])\s*(?=[\p{L}"“(])/u },
  { style: 'letter', pattern: /^[a-zđ]\s?[).]\s*(?=\p{L})/u },
  { style: 'parenthesised', pattern: /^\((?:\d{1,2}|[a-zđ])\)\s*(?=\p{L})/u },
  { style: 'dash', pattern: /^[-–—]\s*(?=[\p{L}\d"“(])/u },
  { style: 'plus', pattern: /^\+\s*(?=[\p{L}\d"“(])/u },
  { style: 'star', pattern: /^[*•●◦▪■·→✓]\s*(?=[\p{L}\d"“(])/u },
  {
    style: 'ordinalWord',
    pattern: /^(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy))[,:]?\s+/iu,
  },
]

/** `undefined` where the line begins with its words. */
export function findLineMarker(text: string): LineMarker | undefined {
  for (const { style, pattern } of RULES) {
    const match = pattern.exec(text)
    if (match) return { style, length: match[0].length }
  }
  return undefined
}

/** A line with the mark its format set before it, where there is one. */
interface MarkedLine {
  readonly text: string
  readonly listMarker?: string | undefined
}

/** The mark of a line, typed or set by the format; the latter takes no room in the text. */
export function lineMarkerOf({ text, listMarker }: MarkedLine): LineMarker | undefined {
  const typed = findLineMarker(text)
  if (typed || listMarker === undefined) return typed
  // A mark is known by what follows it, and Word may set a bare "I" where people type "I.".
  const automatic = findLineMarker(`${listMarker} A`) ?? findLineMarker(`${listMarker}. A`)
  return automatic && { style: automatic.style, length: 0 }
}

/** The line as it is printed. */
export const printedLine = ({ text, listMarker }: MarkedLine): string =>
  listMarker === undefined ? text : `${listMarker} ${text}`

const LISTS: ReadonlySet<MarkerStyle> = new Set(LIST_STYLES)

export const isListStyle = (style: MarkerStyle): boolean => LISTS.has(style)
