/** The titles of a person: "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Huyện ủy", in word indices. */
import { isJoined, type NameWord } from './name-words'
import { isLed, nameEndAt } from './person-name'
import { INNER_TITLES, JOBS, LEVEL_PHRASES, LEVELS, NEED_OFFICE, TITLES, VERBS } from './people-words'

/** Index after the titles that follow a name; `from` where there are none. */
export function titlesEnd(words: readonly NameWord[], from: number): number {
  let end = from
  let isInner = false
  for (;;) {
    const next = words[end]
    if (!next || !/^\s?(?:,|[-–—])?\s?$/u.test(next.gap)) return end
    const isParted = next.gap.trim() !== ''
    const title = isLed(words, end) ? undefined : titleEndAt(words, end, { isParted })
    if (title !== undefined) {
      isInner = INNER_TITLES.endAt(words, end) !== undefined
      end = title
    } else if (isInner && next.gap.includes(',') && isOffice(words, end)) {
      end = officeEnd(words, end + 1, end)
      isInner = false
    } else {
      return end
    }
  }
}

/** "…, Sở Tư pháp": an office in capitals that is no name of a person. */
const isOffice = (words: readonly NameWord[], at: number): boolean =>
  words[at]?.isCapital === true && !isLed(words, at) && nameEndAt(words, at, { needsFamily: true }) === undefined

function titleEndAt(
  words: readonly NameWord[],
  from: number,
  { isParted }: { readonly isParted: boolean },
): number | undefined {
  const title = TITLES.endAt(words, from)
  const job = isParted ? JOBS.endAt(words, from) : undefined
  const start = Math.max(title ?? from, job ?? from)
  if (start === from || (NEED_OFFICE.endAt(words, from) === start && !goesOnWithTitle(words, start))) return undefined
  const isSmall =
    words[from]?.isCapital === false && !words[start]?.isCapital && LEVEL_PHRASES.endAt(words, start) === undefined
  return isSmall && isParted ? officeEnd(words, jobEnd(words, start), from) : officeEnd(words, start, from)
}

/** "nguyên Bí thư …", "đại diện Hội …". */
const goesOnWithTitle = (words: readonly NameWord[], at: number): boolean =>
  isJoined(words[at]) &&
  (words[at]?.isCapital === true || TITLES.endAt(words, at) !== undefined || JOBS.endAt(words, at) !== undefined)

const LONGEST_JOB = 3

/** "chủ vựa trái cây", "thợ cạo": small words after an occupation. */
function jobEnd(words: readonly NameWord[], from: number): number {
  let end = from
  while (
    end - from < LONGEST_JOB &&
    isJoined(words[end]) &&
    !words[end]?.isCapital &&
    VERBS.endAt(words, end) === undefined
  ) {
    end += 1
  }
  return end
}

/** How far an office's name may reach; longer is a sentence. */
const LONGEST_OFFICE = 24

/**
 * Index after the name of an office that goes on at `from`: capitals with their second syllables, levels, "và" between
 * capitals. `titleStart` is where the title began.
 */
function officeEnd(words: readonly NameWord[], from: number, titleStart: number): number {
  let end = from
  for (let at = from; at < words.length && at - titleStart < LONGEST_OFFICE; at += 1) {
    const word = words[at]
    if (!word || !goesOn(words, at, from)) break
    if (word.key !== 'và' && word.key !== 'của') end = at + 1
  }
  return end
}

function goesOn(words: readonly NameWord[], at: number, from: number): boolean {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return false
  if (!isJoined(word)) return at > from && isDashed(words, at)
  if (isLed(words, at)) return false
  if (word.key === 'và' || word.key === 'của') {
    return (
      next?.isCapital === true && isJoined(next) && !isLed(words, at + 1) && TITLES.endAt(words, at + 1) === undefined
    )
  }
  if (/^\d{1,3}$/u.test(word.text)) return true
  if (word.isCapital) return true
  if (VERBS.endAt(words, at) !== undefined) return false
  if (LEVELS.has(word.key)) return true
  if (previous?.isCapital === true && !/^\p{Lu}{2,}$/u.test(previous.text) && at > from) return true
  return isSmallRun(words, at, from)
}

/** "Văn hóa - Truyền thông" is one office. */
const isDashed = (words: readonly NameWord[], at: number): boolean =>
  /^ ?[-–] ?$/u.test(words[at]?.gap ?? '') &&
  words[at]?.isCapital === true &&
  TITLES.endAt(words, at) === undefined &&
  !isLed(words, at)

/** Small syllables after a capital within the name of an office: "Phổ biến giáo dục pháp luật" has five. */
const LONGEST_SMALL_RUN = 5

/** "Văn học nghệ thuật": small syllables after a second syllable, unless that ends the name of a level. */
function isSmallRun(words: readonly NameWord[], at: number, from: number): boolean {
  for (let back = at - 1; back >= Math.max(from, at - LONGEST_SMALL_RUN); back -= 1) {
    const word = words[back]
    if (word?.isCapital) return back < at - 1
    if (!word || LEVELS.has(word.key)) return false
  }
  return false
}
