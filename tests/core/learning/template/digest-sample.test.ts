import { describe, expect, it } from 'vitest'
import { digestSample } from '../../../../src/core/learning/template/digest-sample'
import { learnTemplate } from '../../../../src/core/learning/learn-template'
import type { SegmentedSample } from '../../../../src/core/learning/sample-document'
import { MOST_IN_DIGEST, SampleDigestSchema, type SectionDigest } from '../../../../src/core/template/sample-digest'
import type { Template, TemplateSection } from '../../../../src/core/template/template'
import { heading, labelled, type Line } from '../labelled'

const tree = (sections: readonly SectionDigest[]): unknown =>
  sections.map(({ heading: name, role, paragraphs, sections: inner }) =>
    inner.length > 0 ? [name ?? role, paragraphs, tree(inner)] : [name ?? role, paragraphs],
  )

const treeOf = (lines: readonly Line[]): unknown => tree(digestSample(labelled(lines)).digest.sections)

describe('the sections of a sample', () => {
  it('nest by the levels of their headings, lines of one title joined', () => {
    expect(
      treeOf([
        ['situation', 'Năm qua mưa thuận gió hòa, dân yên tâm bám biển.'],
        heading('results', 0, 'Phần thứ nhất'),
        heading('results', 0, 'VIỆC ĐÃ LÀM'),
        heading('results', 1, 'I. NGHỀ CÁ', { customName: 'NGHỀ CÁ' }),
        ['results', 'Đóng mới hai tàu lớn.'],
        heading('results', 2, '1. Hậu cần', { customName: 'Hậu cần' }),
        ['results', 'Thêm một kho đá lạnh.'],
        heading('shortcomings', 1, 'II. VIỆC CHƯA LÀM'),
        ['shortcomings', 'Bến còn nông.'],
        heading('upcomingTasks', 0, 'Phần thứ hai'),
        heading('upcomingTasks', 0, 'VIỆC SẮP LÀM'),
        ['upcomingTasks', '- Nạo vét luồng.', { role: 'list_item' }],
        ['conclusion', 'Trên đây là báo cáo của xã.'],
      ]),
    ).toEqual([
      ['situation', 1],
      [
        'Việc đã làm',
        3,
        [
          ['Nghề cá', 2, [['Hậu cần', 1]]],
          ['Việc chưa làm', 1],
        ],
      ],
      ['Việc sắp làm', 1],
      ['conclusion', 1],
    ])
  })

  it('of another label than the heading above them stand apart, behind text of its own', () => {
    expect(
      treeOf([
        heading('results', 0, 'I. KẾT QUẢ'),
        ['results', 'Mở hai lớp học chữ.'],
        ['shortcomings', 'Tuy vậy người học còn bỏ buổi.'],
      ]),
    ).toEqual([
      ['Kết quả', 1],
      ['shortcomings', 1],
    ])
  })

  it('leave no heading over nothing, and take items of a list and what the heading names beside', () => {
    expect(
      treeOf([
        heading('shortcomings', 0, 'I. KHÓ KHĂN'),
        ['causes', 'Do mưa lớn kéo dài.'],
        heading('upcomingTasks', 0, 'II. VIỆC SẮP LÀM'),
        ['upcomingTasks', 'Năm tới làm ba việc:'],
        ['proposals', '- Đề nghị huyện cho thêm giống.', { role: 'list_item' }],
        heading('shortcomings', 0, 'III. HẠN CHẾ VÀ NGUYÊN NHÂN', { also: [{ section: 'causes' }] }),
        ['shortcomings', 'Việc chậm.'],
        ['causes', 'Vì ít người.'],
      ]),
    ).toEqual([
      ['Khó khăn', 1],
      ['Việc sắp làm', 2],
      ['Hạn chế và nguyên nhân', 2],
    ])
  })

  it('keep a heading of its own under a known field, and text that runs on behind a heading', () => {
    const [results] = digestSample(
      labelled([
        heading('results', 0, 'I. KẾT QUẢ'),
        heading('results', 1, '1. Công tác khoa giáo', { field: 'scienceAndEducation' }),
        ['results', 'Trao học bổng.', { field: 'scienceAndEducation' }],
        heading('results', 2, '2. Công tác phòng, chống dịch', {
          field: 'scienceAndEducation',
          customName: 'Công tác phòng, chống dịch',
        }),
        ['results', 'Trực chốt cả tuần.', { field: 'scienceAndEducation' }],
        [
          'results',
          '3. Khuyến học: Quỹ có thêm người góp.',
          { title: { depth: 1, start: 3, end: 13 }, role: 'list_item' },
        ],
      ]),
    ).digest.sections
    expect(tree(results?.sections ?? [])).toEqual([
      ['Công tác khoa giáo', 2, [['Công tác phòng, chống dịch', 1]]],
      ['Khuyến học', 1],
    ])
    expect(results?.sections[1]?.syllables).toBe(6)
  })

  it('are told by their marks where a label was made before levels were kept', () => {
    const old = (text: string): Line => ['results', text, { role: 'heading', customName: text }]
    expect(
      treeOf([
        old('I. NGHỀ MUỐI'),
        old('1. Ruộng muối'),
        ['results', 'Được mùa.'],
        old('2. Kho muối'),
        old('II. NGHỀ CÁ'),
      ]),
    ).toEqual([
      [
        'Nghề muối',
        1,
        [
          ['Ruộng muối', 1],
          ['Kho muối', 0],
        ],
      ],
      ['Nghề cá', 0],
    ])
  })

  it('are named in small letters where a heading is in capitals, but for names and abbreviations', () => {
    expect(
      treeOf([
        heading('results', 0, 'I. HỘI NÔNG DÂN VÀ UBND XÃ TÂN MỸ CÙNG LÀM', { customName: 'x' }),
        ['results', 'Cùng UBND xã, hội viên ở xã Tân Mỹ họp với hội nông dân bàn việc làm đường và kéo điện.'],
        heading('results', 0, 'II. Việc khác', { customName: 'y' }),
        ['results', 'Mục này tên cũ là VIỆC CẦN NÓI THÊM.'],
        heading('results', 0, 'III. NÓI THÊM', { customName: 'z' }),
      ]),
    ).toEqual([
      ['Hội nông dân và UBND xã Tân Mỹ cùng làm', 1],
      ['Việc khác', 1],
      ['Nói thêm', 0],
    ])
  })

  it('stay few enough for the file of a template, with all their text counted', () => {
    const lines = Array.from({ length: 450 }, (_, at): readonly Line[] => {
      const name = `Việc ${Array.from(String(at), (digit) => 'abcdeghikl'[Number(digit)]).join(' ')}`
      return [heading('results', 0, name, { customName: name }), ['results', `Đã làm xong ${name} rồi nhé.`]]
    }).flat()
    const { digest } = digestSample(labelled(lines))
    expect(SampleDigestSchema.safeParse(digest).success).toBe(true)
    expect(digest.sections).toHaveLength(MOST_IN_DIGEST)
    const counted = digest.sections.reduce((sum, { paragraphs }) => sum + paragraphs, 0)
    expect(counted).toBeGreaterThanOrEqual(450)
    expect(learnTemplate([labelled(lines)], { id: 'mau', name: 'Mẫu' })).toMatchObject({ ok: true })
  })

  it('of a news account are its labels, wherever they come again', () => {
    const sample = labelled(
      [
        ['results', 'Trong năm, xã mở mười lớp học chữ.'],
        ['photoCaption', 'Quang cảnh hội nghị.'],
        ['directingSpeech', 'Phát biểu tại hội nghị, đồng chí Bí thư khen cách làm ấy.'],
        ['results', 'Bốn nhà văn hóa bản đã dựng.'],
      ],
      [],
      { kind: 'newsAccount' },
    )
    expect(tree(digestSample(sample).digest.sections)).toEqual([
      ['results', 2],
      ['photoCaption', 1],
      ['directingSpeech', 1],
    ])
  })

  it('of a report without headings are its labels, results by their fields', () => {
    expect(
      treeOf([
        ['results', 'Tháng qua việc nhiều.'],
        ['results', 'Phát bản tin hai kỳ.', { field: 'publicity' }],
        ['shortcomings', 'Bản tin chậm.'],
        ['results', 'Họp báo cáo viên.', { field: 'publicity' }],
      ]),
    ).toEqual([
      ['results', 3, [['results', 2]]],
      ['shortcomings', 1],
    ])
  })
})

describe('what several samples share', () => {
  const news = (name: string, lines: readonly Line[], slots: Parameters<typeof labelled>[1] = []): SegmentedSample =>
    labelled(lines, slots, { name, kind: 'newsAccount' })
  const learn = (samples: readonly SegmentedSample[]): Template => {
    const learned = learnTemplate(samples, { id: 'mau', name: 'Mẫu' })
    if (!learned.ok) throw new Error(learned.error.code)
    return learned.value.value
  }
  const section = (samples: readonly SegmentedSample[], role: Line[0]): TemplateSection => {
    const found = learn(samples).sections.find((candidate) => candidate.role === role)
    if (!found) throw new Error(role)
    return found
  }
  const textsOf = (seen: readonly { readonly text: string }[]) => seen.map(({ text }) => text)

  it('never takes the words of a speaker, only those that introduce one', () => {
    const said = 'Phải giữ lấy nếp nhà, giữ lấy tiếng nói của cha ông mình trước đã.'
    const speech = (name: string, who: string, asked: string): SegmentedSample =>
      news(
        name,
        [
          ['directingSpeech', `Phát biểu chỉ đạo hội nghị, đồng chí ${who} nhấn mạnh ${asked}`],
          ['directingSpeech', said],
        ],
        [['person', `đồng chí ${who}`]],
      )
    const found = section(
      [
        speech('a', 'Lò Văn Pó', 'việc giữ rừng đầu nguồn và trồng thêm cây bản địa trên những đồi trọc quanh bản.'),
        speech('b', 'Hà Thị Sen', 'chuyện học hành của con trẻ, nhất là các cháu ở nội trú xa nhà suốt cả mùa đông.'),
        speech('c', 'Vi Văn Tá', 'phải làm xong con đường ra chợ phiên trước mùa nước lên để bà con bán được ngô.'),
      ],
      'directingSpeech',
    )
    expect(textsOf(found.openers)).toEqual(['Phát biểu chỉ đạo hội nghị'])
    expect(found.boilerplate).toEqual([])
  })

  it('is whole sentences and first words without figures, quotations and values of the samples', () => {
    const tail = 'Cán bộ xuống tận bản nghe dân nói.'
    const results = (name: string, number: number, period: string): SegmentedSample =>
      news(
        name,
        [
          [
            'results',
            `Trong ${period}, toàn xã giữ vững nền nếp họp bản hằng tuần. ${tail} Có ${number} cuộc họp bản đã mở.`,
          ],
          [
            'results',
            `Thi “Bản em sạch đẹp” ở ${number} bản. Theo lời bà con, “đường về bản đã sáng hơn xưa nhiều lắm”.`,
          ],
        ],
        [
          ['period', period],
          ['quantity', `${number} cuộc`],
          ['quantity', `${number} bản`],
        ],
      )
    const samples = [results('a', 12, 'quý I'), results('b', 14, 'quý II'), results('c', 15, 'quý III')]
    const found = section(samples, 'results')
    expect(textsOf(found.openers)).toEqual(['Trong {ky}, toàn xã giữ vững'])
    expect(textsOf(found.boilerplate).sort()).toEqual([tail, 'Trong {ky}, toàn xã giữ vững nền nếp họp bản hằng tuần.'])
    expect(found.usualFigures.map(({ type, words, count }) => [type, words, count])).toEqual([
      ['quantity', 'cuộc họp bản', 3],
      ['quantity', 'bản', 3],
    ])
    expect(found.mentions).toEqual(['ky'])
  })

  it('is no period alone, with a preposition before it', () => {
    const account = (name: string, rest: string): SegmentedSample =>
      news(name, [['results', `Trong quý I, ${rest}`]], [['period', 'quý I']])
    const samples = [
      account('a', 'bà con làm xong hai con mương lớn.'),
      account('b', 'tổ hòa giải đi từng nhà khuyên giải.'),
    ]
    expect(section(samples, 'results').openers).toEqual([])
  })

  it('is nothing where there is one sample', () => {
    const [only] = learn([
      news('a', [['results', 'Trong quý I, toàn xã giữ vững nền nếp họp bản. Việc gì cũng bàn với dân.']]),
    ]).sections
    expect([only?.cues, only?.openers, only?.boilerplate, only?.usualFigures]).toEqual([[], [], [], []])
  })

  it('gives the usual length in syllables and paragraphs, with the middle one', () => {
    const body = (...lengths: readonly number[]): readonly Line[] =>
      lengths.map((length) => [
        'results',
        Array.from({ length }, (_, at) => `từ${String.fromCharCode(97 + at)}`).join(' '),
      ])
    const samples = [news('a', body(4)), news('b', body(9, 1)), news('c', body(2, 2, 2))]
    const { usualLength, usualParagraphs } = section(samples, 'results')
    expect(usualLength).toEqual({ min: 4, median: 6, max: 10 })
    expect(usualParagraphs).toEqual({ min: 1, median: 2, max: 3 })
  })
})
