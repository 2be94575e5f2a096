/** Reviews from fields the lexicon was not made for: each office's own sections, by their own names. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { learnTemplate } from '../../../src/core/learning/learn-template'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import type { Template, TemplateSection } from '../../../src/core/template/template'
import { readSample } from '../../../src/formats/readers'

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'samples', 'other-fields')

async function learnFrom(office: string): Promise<Template> {
  const files = readdirSync(FOLDER).filter((name) => name.startsWith(office))
  const samples = await Promise.all(
    files.sort().map(async (name) => {
      const bytes = readFileSync(join(FOLDER, name))
      const read = await readSample(bytes, name)
      if (!read.ok) throw new Error(`${name}: ${read.error.code}`)
      return segmentSample(read.value, createHash('sha256').update(bytes).digest('hex'))
    }),
  )
  const learned = learnTemplate(samples, { id: 'mau', name: office })
  if (!learned.ok) throw new Error(learned.error.code)
  return learned.value.value
}

/** Printed headings without their periods, with their counts, indented by depth. */
const outline = (sections: readonly TemplateSection[], depth = 0): readonly string[] =>
  sections
    .filter(({ isHeadingPrinted }) => isHeadingPrinted)
    .flatMap(({ heading, seenIn, sections: inner }) => [
      `${'  '.repeat(depth)}${withoutPeriod(heading)} ${seenIn?.count ?? 0}/${seenIn?.of ?? 0}`,
      ...outline(inner, depth + 1),
    ])

const withoutPeriod = (heading: string): string => heading.replace(/ (?:năm học|\{[^}]*\})$/u, '')

const positionsOf = (sections: readonly TemplateSection[]): readonly (readonly [string, readonly number[]])[] =>
  sections.flatMap(({ heading, otherPositions, sections: inner }) => [
    ...otherPositions.map(({ samples }) => [heading, samples ?? []] as const),
    ...positionsOf(inner),
  ])

describe('reports of another field', () => {
  it('of a primary school give its own sections, also beside a known field of work', async () => {
    const { sections } = await learnFrom('truong-tieu-hoc')
    expect(outline(sections)).toEqual([
      'Đặc điểm tình hình 3/3',
      'Kết quả thực hiện nhiệm vụ 3/3',
      '  Công tác duy trì sĩ số, phổ cập giáo dục 3/3',
      '  Chất lượng dạy và học 3/3',
      '  Công tác bán trú 3/3',
      '  Cơ sở vật chất, thư viện 3/3',
      '  Hoạt động Đội và ngoại khóa 2/3',
      'Phối hợp với cha mẹ học sinh 2/3',
      'Tồn tại, hạn chế 3/3',
      'Nhiệm vụ trọng tâm 3/3',
    ])
    expect(positionsOf(sections)).toEqual([['Chất lượng dạy và học', [1]]])
  })

  it('of a health station give its own sections, two of one known field apart', async () => {
    const { sections } = await learnFrom('tram-y-te')
    expect(outline(sections)).toEqual([
      'Tình hình chung 3/3',
      'Khám, chữa bệnh 3/3',
      'Công tác phòng, chống dịch 3/3',
      'Tiêm chủng mở rộng 3/3',
      'Dân số, chăm sóc bà mẹ và trẻ em 3/3',
      'An toàn thực phẩm 2/3',
      'Khó khăn, vướng mắc 3/3',
      'Kế hoạch 3/3',
    ])
    expect(positionsOf(sections)).toEqual([['Khám, chữa bệnh', [1]]])
  })

  it("of a farmers' union nest in two parts, and in three levels", async () => {
    const template = await learnFrom('hoi-nong-dan')
    expect(template.hasParts).toBe(true)
    expect(outline(template.sections)).toEqual([
      'Kết quả công tác hội và phong trào nông dân 3/3',
      '  Công tác xây dựng tổ chức hội 3/3',
      '  Phong trào nông dân thi đua sản xuất, kinh doanh giỏi 3/3',
      '  Hỗ trợ vốn, vật tư và dạy nghề 3/3',
      '    Quỹ hỗ trợ nông dân 3/3',
      '    Dạy nghề, chuyển giao kỹ thuật 3/3',
      '  Tham gia xây dựng nông thôn mới 3/3',
      '  Giám sát và phản biện xã hội 2/3',
      '  Hạn chế, nguyên nhân 3/3',
      'Phương hướng, nhiệm vụ 3/3',
      '  Mục tiêu 3/3',
      '  Nhiệm vụ cụ thể 3/3',
    ])
  })

  it.each(['truong-tieu-hoc', 'tram-y-te', 'hoi-nong-dan'])('of %s lend no figure and no year', async (office) => {
    const template = await learnFrom(office)
    const { origin, ...shown } = template
    const texts = JSON.stringify(shown, (key, value: unknown) =>
      ['count', 'of', 'samples', 'min', 'median', 'max', 'schemaVersion'].includes(key) ? undefined : value,
    )
    expect(texts).not.toMatch(/\d/)
    const digests = origin.kind === 'learned' ? origin.samples.map(({ digest }) => digest?.sections) : []
    expect(digests.every((sections) => sections !== undefined)).toBe(true)
    expect(JSON.stringify(digests)).not.toMatch(/\d[.,]\d|\d%/)
  })

  it('say what recurs in their figures', async () => {
    const { sections } = await learnFrom('tram-y-te')
    const figures = sections.flatMap(({ usualFigures }) => usualFigures.map(({ words, count }) => `${words} ${count}`))
    expect(figures).toEqual(expect.arrayContaining(['lượt người 3', 'trẻ dưới một tuổi 3']))
  })
})
