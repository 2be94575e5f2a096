/** One spelling for a run of inline content. */
import { toNfc } from '../vietnamese/nfc'
import { MARKS, type Inline, type Mark } from './report'

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/

/** NFC; line ends as line breaks; empty runs gone; neighbours of equal marks joined; marks sorted and single. */
export function normalizeInlines(content: readonly Inline[]): readonly Inline[] {
  const done: Inline[] = []
  for (const inline of content) {
    if (inline.type === 'lineBreak') done.push(inline)
    else if (inline.type === 'slot') done.push({ ...inline, marks: sortedMarks(inline.marks) })
    else {
      const marks = sortedMarks(inline.marks)
      for (const [index, line] of toNfc(inline.text).split(LINE_END).entries()) {
        if (index > 0) done.push({ type: 'lineBreak' })
        append(done, line, marks)
      }
    }
  }
  return done
}

function append(done: Inline[], line: string, marks: readonly Mark[]): void {
  if (line === '') return
  const last = done.at(-1)
  if (last?.type === 'text' && sameMarks(last.marks, marks)) {
    // A mark may have stood apart from its letter: NFC again over the seam.
    done[done.length - 1] = { ...last, text: toNfc(last.text + line) }
  } else {
    done.push({ type: 'text', text: line, marks })
  }
}

const sortedMarks = (marks: readonly Mark[]): readonly Mark[] => MARKS.filter((mark) => marks.includes(mark))

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, index) => mark === b[index])
