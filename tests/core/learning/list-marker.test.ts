import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findLineMarker, lineMarkerOf, printedLine } from '../../../src/core/learning/words/line-marker'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { sampleToReport } from '../../../src/core/learning/sample-to-report'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { readText } from '../../../src/formats/text/read-text'
import { countingIds } from '../../support/identities'

/** The same document with its typed marks taken out of the text, as Word keeps automatic ones. */
function withAutomaticMarks(typed: SampleDocument): SampleDocument {
  return {
    ...typed,
    paragraphs: typed.paragraphs.map((paragraph) => {
      const mark = findLineMarker(paragraph.text)
      if (!mark || mark.style === 'ordinalWord' || mark.style === 'part') return paragraph
      const listMarker = paragraph.text.slice(0, mark.length).trim()
      return { ...paragraph, text: paragraph.text.slice(mark.length), signals: { ...paragraph.signals, listMarker } }
    }),
  }
}

const FORMAL = globSync('tests/fixtures/samples/tuned/bao-cao-*.txt').toSorted()

describe('a mark that the format sets by itself', () => {
  it('is known by its style and takes no room in the text', () => {
    const styles = ['Phần I', 'II.', 'A.', '3', '1.2.', '1.2.3', 'b)', 'đ)', '-', '+', '•', 'Điều 4.'].map(
      (listMarker) => lineMarkerOf({ text: 'công tác tuyên truyền', listMarker }),
    )
    expect(styles.map((marker) => marker?.style)).toEqual([
      ...['part', 'roman', 'upperLetter', 'number', 'number2', 'number3', 'letter', 'letter', 'dash', 'plus', 'star'],
      undefined,
    ])
    expect(styles.every((marker) => marker === undefined || marker.length === 0)).toBe(true)
  })

  it('gives way to one that is typed', () => {
    expect(lineMarkerOf({ text: '1. Kết quả', listMarker: '-' })).toEqual({ style: 'number', length: 3 })
  })

  it.each(FORMAL)('leads to the labels a typed one leads to: %s', (path) => {
    const read = readText(readFileSync(path), path)
    if (!read.ok) throw new Error(read.error.code)
    const typed = segmentSample(read.value, '')
    const automatic = segmentSample(withAutomaticMarks(read.value), '')
    const labels = ({ paragraphs }: typeof typed) =>
      paragraphs.map(({ section, field, role }) => ({ section, field, role }))
    expect(labels(automatic)).toEqual(labels(typed))
    expect(automatic.paragraphs.map(printedLine).map((line) => line.replace(/\s/g, ''))).toEqual(
      typed.paragraphs.map(({ text }) => text.replace(/\s/g, '')),
    )
  })

  it('of a note leaves it in the section of its paragraph, whatever the note is about', () => {
    const texts = [
      'BÁO CÁO',
      'I. KẾT QUẢ',
      'Mở hai lớp học nghị quyết.',
      'Phương hướng, nhiệm vụ năm 2026',
      'II. HẠN CHẾ',
    ]
    const paragraphs = texts.map((text, index) => ({
      index,
      text,
      signals: index === 3 ? { isNote: true, listMarker: '[1]' } : {},
    }))
    const segmented = segmentSample({ name: 'a.docx', paragraphs, notices: [] }, '')
    expect(segmented.paragraphs.map(({ section }) => section)).toEqual([
      ...['headline', 'results', 'results', 'results', 'shortcomings'],
    ])
    expect(segmented.paragraphs[3]).toMatchObject({
      role: 'body',
      listMarker: '[1]',
      reasons: [{ code: 'place.note' }],
    })
  })

  it('stands in the imported report wherever the report does not number by itself', () => {
    const read = readText(new TextEncoder().encode('BÁO CÁO\nI. KẾT QUẢ\n1) Mở hai lớp.\n- Lớp một.'), 'a.txt')
    if (!read.ok) throw new Error(read.error.code)
    const options = { layout: 'party', now: '2026-01-01T00:00:00Z' } as const
    const ofTyped = sampleToReport(segmentSample(read.value, ''), options, countingIds())
    const ofAutomatic = sampleToReport(segmentSample(withAutomaticMarks(read.value), ''), options, countingIds())
    expect(ofAutomatic.value).toEqual(ofTyped.value)
  })
})
