/** Lines without end, each made of one thing over and over: labelling must take the time of their length, not of its square. */
import { describe, expect, it } from 'vitest'
import { segmentLines } from './sample-of'

const LENGTH = 200_000

describe('a line of 200,000 characters', () => {
  it.each([
    ['years', 'năm 2026 '],
    ['half-years', '6 tháng đầu năm '],
    ['quarters without a year', 'quý I/'],
    ['ratios', '1%'],
    ['sums of money', '1 tỷ '],
    ['quoted sums', '“1 tỷ đồng” '],
    ['dates', 'ngày 1/1/2026 '],
    ['signs of mail addresses', '@'],
    ['dots after such a sign', 'a@'.padEnd(2000, '.')],
    ['sentences without words', '. '],
    ['capitals', 'A '],
    ['names', 'đồng chí Nguyễn Văn '],
    ['places', 'xã An, '],
    ['leads without a name', 'đ/c '],
    ['words of kinship', 'ông '],
    ['titles', 'Phó Trưởng '],
    ['halves of offices', 'Sở và '],
    ['classes', 'lớp 1, '],
    ['turns', '5 lượt '],
    ['school years', 'năm học 2022 - 2023 '],
    ['days', 'ngày 1/1, '],
    ['initials', 'T.'],
    ['document codes', 'Số 12-QĐ/TU '],
  ])('of %s keeps its text, and each slot stands where it says', (_what, unit) => {
    const line = `${unit.repeat(Math.ceil(LENGTH / unit.length))}hết`
    const { paragraphs, slots } = segmentLines([line])
    expect(paragraphs.map(({ text }) => text === line)).toEqual([true])
    expect(slots.filter(({ text, start, end }) => line.slice(start, end) !== text)).toEqual([])
  })
})

describe('a word without end', () => {
  it('is no title of a section, whatever number stands before it', () => {
    const word = 'H'.repeat(10_500)
    const { paragraphs } = segmentLines([
      'BÁO CÁO',
      'tổng kết năm 2024',
      'I. KẾT QUẢ',
      'Đã xong việc.',
      `II. ${word}`,
      word,
    ])
    expect(paragraphs.filter(({ role }) => role === 'heading').map(({ text }) => text)).toEqual(['I. KẾT QUẢ'])
  })

  it('is looked up among the words of the lexicon without being spelt in every way', () => {
    const words = Array.from({ length: 200 }, (_, at) => `${'ơ'.repeat(12_000)}${'b'.repeat(at)}`)
    expect(segmentLines([words.join(' ')]).paragraphs).toHaveLength(1)
  })
})
