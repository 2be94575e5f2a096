/** Shapes of whole lines, compiled once from the lexicon. They are tried on the matching key of a line. */
import { readAuthorityLine } from '../../official-layout/authority-signs'
import { matchingKey } from '../../vietnamese/matching-key'
import { LEXICON } from '../lexicon'

export type Shape = (key: string) => boolean

const ESCAPE_OR_WORD = /\\p\{[^}]*\}|\\.|\p{L}+/gu

/** A pattern is spelt as people write; its words go through the same key as the text. */
function compile(patterns: readonly string[]): Shape {
  const sources = patterns.map((pattern) =>
    pattern.replace(ESCAPE_OR_WORD, (part) => {
      // \b knows only ASCII letters; after a Vietnamese one it would never hold.
      if (part === '\\b') return '(?!\\p{L})'
      return part.startsWith('\\') ? part : matchingKey(part)
    }),
  )
  // Patterns of whole lines are tried at the beginning alone, so they go into one; the others walk through the line.
  const whole = sources.filter((source) => source.startsWith('^'))
  const inside = sources.filter((source) => !source.startsWith('^'))
  const expressions = [...(whole.length > 0 ? [whole.join('|')] : []), ...inside].map(
    (source) => new RegExp(source, 'u'),
  )
  return (key) => expressions.some((expression) => expression.test(key))
}

/** "T/M BAN THƯỜNG VỤ": a sign of authority before somebody's name. */
const isAuthorityLine: Shape = (key) => /^\p{L}/u.test(readAuthorityLine(key)?.authorityOf ?? '')

const either =
  (...these: readonly Shape[]): Shape =>
  (key) =>
    these.some((shape) => shape(key))

const { shapes, officialLayout } = LEXICON

export const LINE_SHAPES = {
  dateLine: compile(shapes.dateLine),
  pageClock: compile(shapes.pageClock),
  timeOfDay: compile(shapes.timeOfDay),
  publicationWord: compile(shapes.publicationWord),
  gluedTime: compile(shapes.gluedTime),
  agencyDateline: compile(shapes.agencyDateline),
  dateOpening: compile(shapes.dateOpening),
  bylineLead: compile(shapes.bylineLead),
  pageNumber: compile(shapes.pageNumber),
  ruleLine: compile(shapes.ruleLine),
  breadcrumb: compile(shapes.breadcrumb),
  counter: compile(shapes.counter),
  contact: compile(shapes.contact),
  related: compile(shapes.related),
  photoCredit: compile(shapes.photoCredit),
  endMark: compile(shapes.endMark),
  fileName: compile(shapes.fileName),
  menu: compile(shapes.menu),
  fullDate: compile(shapes.fullDate),
} as const

export const OFFICIAL_SHAPES = {
  genreMark: compile(officialLayout.genreMarks),
  genreTitle: compile(officialLayout.genreTitles),
  head: compile(officialLayout.head),
  organizationLine: compile(officialLayout.organizationLine),
  title: compile(officialLayout.title),
  addressee: compile(officialLayout.addressee),
  subjectNote: compile(officialLayout.subjectNote),
  tailStart: either(compile(officialLayout.tailStart), isAuthorityLine),
  tailLine: either(compile(officialLayout.tailLine), isAuthorityLine),
  appendix: compile(officialLayout.appendix),
  tableCaption: compile(officialLayout.tableCaption),
} as const
