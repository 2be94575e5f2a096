import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPrediction } from '../../../src/core/learning/prediction'
import { SegmentedSampleSchema, type SegmentedSample } from '../../../src/core/learning/sample-document'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { readSample } from '../../../src/formats/readers'
import { codesOf, HASH, segmentLines } from './sample-of'

const PROJECT = join(import.meta.dirname, '..', '..', '..')
const FIXTURES = join(PROJECT, 'tests', 'fixtures', 'samples')
const SHARED = resolve(PROJECT, process.env['SHARED_DIR'] ?? '../shared', 'samples')

interface Gold {
  readonly paragraphs: readonly { readonly section: string; readonly also?: readonly string[] }[]
}

async function segmentFile(
  folder: string,
  file: string,
  change: (text: string) => string = (text) => text,
): Promise<SegmentedSample> {
  const text = readFileSync(join(folder, file), 'utf8')
  const read = await readSample(new TextEncoder().encode(change(text)), file)
  if (!read.ok) throw new Error(read.error.code)
  return segmentSample(read.value, HASH)
}

const codesIn = (sample: SegmentedSample): readonly string[] =>
  toPrediction(sample).paragraphs.map((paragraph) => paragraph.section)

const topOf = (code: string): string => code.split('/')[0] ?? code

/** Share of paragraphs with the gold section, and the precision of clutter, over all documents of a folder. */
async function scoreFolder(
  samples: string,
  gold: string,
): Promise<{ readonly accuracy: number; readonly clutterPrecision: number }> {
  let [right, all, clutter, rightClutter] = [0, 0, 0, 0]
  for (const goldFile of readdirSync(gold).filter((name) => name.endsWith('.gold.json'))) {
    const name = goldFile.slice(0, -'.gold.json'.length)
    const file = readdirSync(samples).find((entry) => /^(?!.*\.json$)/.test(entry) && entry.startsWith(`${name}.`))
    const wanted = JSON.parse(readFileSync(join(gold, goldFile), 'utf8')) as Gold
    const found = codesIn(await segmentFile(samples, file ?? '')).map(topOf)
    for (const [index, paragraph] of wanted.paragraphs.entries()) {
      const accepted = [paragraph.section, ...(paragraph.also ?? [])].map(topOf)
      const isRight = accepted.includes(found[index] ?? '')
      all += 1
      right += Number(isRight)
      clutter += Number(found[index] === 'clutter')
      rightClutter += Number(found[index] === 'clutter' && isRight)
    }
  }
  return { accuracy: right / all, clutterPrecision: rightClutter / Math.max(1, clutter) }
}

function hasShared(): boolean {
  try {
    return readdirSync(join(SHARED, 'gold')).length > 0
  } catch {
    return false
  }
}

const allFiles = ['tuned', 'held-back'].flatMap((set) =>
  readdirSync(join(FIXTURES, set))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => [set, name] as const),
)

describe('segmenting a sample', () => {
  it.each(['tuned', 'held-back'])('reaches its goal on the fixtures: %s', async (set) => {
    const score = await scoreFolder(join(FIXTURES, set), join(FIXTURES, set))
    expect(score.accuracy).toBeGreaterThanOrEqual(0.85)
    expect(score.clutterPrecision).toBeGreaterThanOrEqual(0.95)
  })

  it('reaches its goal on the shared samples where they are', async () => {
    if (!hasShared()) {
      process.stdout.write('segment-sample: ran without the shared samples\n')
      return
    }
    const score = await scoreFolder(SHARED, join(SHARED, 'gold'))
    expect(score.accuracy).toBeGreaterThanOrEqual(0.92)
    expect(score.clutterPrecision).toBeGreaterThanOrEqual(0.95)
  })

  it.each(allFiles)('drops no paragraph and keeps slots as slices: %s/%s', async (set, file) => {
    const sample = await segmentFile(join(FIXTURES, set), file)
    expect(SegmentedSampleSchema.safeParse(sample).success).toBe(true)
    expect(sample.paragraphs.map((paragraph) => paragraph.index)).toEqual(sample.paragraphs.map((_, index) => index))
    for (const slot of sample.slots) {
      expect(sample.paragraphs[slot.paragraph]?.text.slice(slot.start, slot.end)).toBe(slot.text)
    }
    expect(sample.paragraphs.every((paragraph) => paragraph.reasons.length > 0)).toBe(true)
  })

  it.each(allFiles)('labels decomposed letters the same: %s/%s', async (set, file) => {
    const folder = join(FIXTURES, set)
    const decomposed = await segmentFile(folder, file, (text) => text.normalize('NFD'))
    expect(decomposed).toEqual(await segmentFile(folder, file))
  })

  it.each(allFiles)('labels both placements of tone marks the same: %s/%s', async (set, file) => {
    const folder = join(FIXTURES, set)
    const respell = (text: string): string =>
      text
        .replace(/ủy/g, 'uỷ')
        .replace(/Ủy/g, 'Uỷ')
        .replace(/ỦY/g, 'UỶ')
        .replace(/hòa/g, 'hoà')
        .replace(/HÒA/g, 'HOÀ')
        .replace(/óa/g, 'oá')
    const slotPlaces = (sample: SegmentedSample): readonly string[] =>
      sample.slots.map((slot) => `${slot.type} ${slot.paragraph} ${slot.start}-${slot.end}`)
    const [plain, respelt] = [await segmentFile(folder, file), await segmentFile(folder, file, respell)]
    expect(codesIn(respelt)).toEqual(codesIn(plain))
    expect(slotPlaces(respelt)).toEqual(slotPlaces(plain))
  })

  it('labels any lines whatever, each exactly once', () => {
    const line = fc.constantFrom(
      'BÁO CÁO',
      'I. KẾT QUẢ',
      'Nơi nhận:',
      'Tin liên quan',
      '- Việc một.',
      'Sáng 5/5, Ban Tuyên giáo tổ chức hội nghị tổng kết.',
      'Phát biểu tại hội nghị, đồng chí Lê A yêu cầu cố gắng hơn.',
      '1\t2\t3',
      'Phần thứ nhất',
      '***',
      'x',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const sample = segmentLines(lines)
        expect(sample.paragraphs.map((paragraph) => paragraph.text)).toEqual(lines)
        expect(segmentLines(lines)).toEqual(sample)
      }),
    )
  })

  it('reads the period with its year from the second half of the lead', () => {
    const sample = segmentLines([
      'Ban Tuyên giáo Huyện ủy sơ kết công tác 6 tháng đầu năm',
      'Ngày 3/7, Ban Tuyên giáo Huyện ủy tổ chức hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2019.',
    ])
    expect(sample.period).toEqual({ kind: 'halfYear', half: 1, year: 2019 })
  })

  it('gives a heading outside the closed set its own name and the nearest label', () => {
    const sample = segmentLines([
      'BÁO CÁO',
      'công tác tuyên giáo năm 2024',
      'I. KẾT QUẢ ĐẠT ĐƯỢC',
      '1. Công tác tuyên truyền',
      'Đã mở 12 hội nghị trong năm.',
      '2. Quan hệ kết nghĩa với các bản giáp biên',
      'Hai bên trao đổi đoàn thường xuyên.',
      'II. HẠN CHẾ',
      'Còn thiếu cán bộ.',
    ])
    const custom = sample.paragraphs[5]
    expect(custom?.customName).toBe('Quan hệ kết nghĩa với các bản giáp biên')
    expect(custom?.section).toBe('results')
    expect(sample.paragraphs[6]?.customName).toBe(custom?.customName)
    expect(sample.paragraphs[6]?.field).toBeUndefined()
    expect(sample.notices.map((notice) => notice.code)).toContain('segment.unknownHeading')
  })

  it('joins a part and the title on its next line into one heading', () => {
    const codes = codesOf([
      'BÁO CÁO',
      'tổng kết năm 2024',
      'Phần thứ nhất',
      'KẾT QUẢ CÔNG TÁC NĂM 2024',
      'Đã hoàn thành các việc đề ra từ đầu năm, mở 12 hội nghị.',
      'Phần thứ hai',
      'PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025',
      '1. Công tác tuyên truyền',
      'Đổi mới cách làm.',
    ])
    expect(codes.slice(2).map(topOf)).toEqual([
      'ket_qua',
      'ket_qua',
      'ket_qua',
      'phuong_huong_nhiem_vu',
      'phuong_huong_nhiem_vu',
      'phuong_huong_nhiem_vu',
      'phuong_huong_nhiem_vu',
    ])
  })
})
