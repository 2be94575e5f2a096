import { beforeEach, describe, expect, it } from 'vitest'
import type { SegmentedSample } from '../../src/core/learning/sample-document'
import { sampleWorkHere, type SampleWork } from '../../src/services/sample-work'
import { createMemoryFs } from '../support/memory-fs'
import { serviceWorld, type ServiceWorld } from '../support/service-ports'

const report = (year: number, lack: string) => `ĐẢNG CỘNG SẢN VIỆT NAM
BÁO CÁO
kết quả công tác dân vận năm ${year}
I. KẾT QUẢ ĐẠT ĐƯỢC
Trong năm ${year}, khối dân vận đã tổ chức ${year - 2000} buổi đối thoại ở các thôn, vận động nhân dân hiến đất làm đường.
Các mô hình dân vận khéo được nhân rộng, tổ hoà giải hoạt động đều.
${lack}
II. NHIỆM VỤ NĂM ${year + 1}
Tiếp tục đổi mới nội dung sinh hoạt, bám sát địa bàn dân cư.
`
const FIRST = report(2023, 'Thật lòng mà nói việc ghi chép ở các tổ vẫn theo lối cũ, nơi làm nơi không.')
const SECOND = report(2024, 'Thật lòng mà nói khâu tổng hợp tháng nào cũng phải giục, có thôn gửi bằng lời.')
const LACK = 6

let world: ServiceWorld
beforeEach(() => {
  const fs = createMemoryFs()
  world = serviceWorld({}, fs)
})

async function segment(name: string, text: string, from: ServiceWorld = world): Promise<SegmentedSample> {
  const sample = await from.services['sample.segment']({ file: from.upload(name, text) })
  if (!sample.ok) throw new Error(sample.error.code)
  return sample.value
}

async function correct(sample: SegmentedSample, more: { cue?: string; shown?: string[] } = {}) {
  const { shown = [sample.sha256], ...rest } = more
  const input = { sample: sample.sha256, paragraphs: [LACK], to: { section: 'lessonsLearned' as const }, shown, ...rest }
  const corrected = await world.services['sample.correct'](input)
  if (!corrected.ok) throw new Error(corrected.error.code)
  return corrected.value
}

const sectionAt = ({ samples }: { readonly samples: readonly SegmentedSample[] }, at: number) =>
  samples[at]?.paragraphs.at(LACK)?.section

describe('correcting samples', () => {
  it('holds for the paragraph at once, and for the same file read again', async () => {
    const sample = await segment('a.txt', FIRST)
    expect(sample.paragraphs[LACK]?.section).not.toBe('lessonsLearned')
    const corrected = await correct(sample)
    expect(corrected.corrections).toHaveLength(1)
    expect(corrected.samples[0]?.paragraphs[LACK]).toMatchObject({ section: 'lessonsLearned', confidence: 1 })
    expect((await segment('a.txt', FIRST)).paragraphs[LACK]?.section).toBe('lessonsLearned')
  })

  it('changes like paragraphs of the other samples on the screen, by the cue the officer agreed to', async () => {
    const [first, second] = [await segment('a.txt', FIRST), await segment('b.txt', SECOND)]
    const corrected = await correct(first, { cue: 'thật lòng mà nói', shown: [first.sha256, second.sha256] })
    expect([sectionAt(corrected, 0), sectionAt(corrected, 1)]).toEqual(['lessonsLearned', 'lessonsLearned'])
  })

  it('is taken back, and taken back again', async () => {
    const sample = await segment('a.txt', FIRST)
    const corrected = await correct(sample)
    const undo = async (corrections: string[]) => {
      const undone = await world.services['sample.undoCorrections']({ corrections, shown: [sample.sha256] })
      if (!undone.ok) throw new Error(undone.error.code)
      return undone.value
    }
    const undone = await undo(corrected.corrections)
    expect(undone.samples[0]).toEqual(sample)
    expect(sectionAt(await undo(undone.corrections), 0)).toBe('lessonsLearned')
  })

  it('hides a line of a site in every file of it', async () => {
    const page = `Cổng thông tin xã Bình Lư hôm nay có tin mới\n${FIRST}`
    const sample = await segment('a.txt', page)
    const hidden = await world.services['sample.correct']({
      sample: sample.sha256,
      paragraphs: [0],
      to: { section: 'clutter' },
      isSiteLine: true,
      shown: [],
    })
    expect(hidden.ok).toBe(true)
    const other = await segment('b.txt', `Cổng thông tin xã Bình Lư hôm nay có tin mới\n${SECOND}`)
    expect(other.paragraphs[0]?.section).toBe('clutter')
  })

  it('asks for the file again when its text is no longer held', async () => {
    const gone = { sample: 'f'.repeat(64), paragraphs: [0], to: { section: 'results' as const }, shown: [] }
    expect(await world.services['sample.correct'](gone)).toMatchObject({ ok: false, error: { code: 'sample.notHeld' } })
    const relabelled = await world.services['sample.relabel']({ shown: ['f'.repeat(64)] })
    expect(relabelled).toMatchObject({ ok: false, error: { code: 'sample.notHeld' } })
  })

  it('goes to another office as one file, and teaches it the same', async () => {
    await correct(await segment('a.txt', FIRST), { cue: 'thật lòng mà nói' })
    expect(await world.services['corrections.count']({})).toEqual({ ok: true, value: { count: 2 } })
    expect((await world.services['corrections.export']({})).ok).toBe(true)
    const file = world.delivered[0]
    if (!file) throw new Error('nothing was delivered')

    const other = serviceWorld({}, createMemoryFs())
    const load = () => other.services['corrections.import']({ file: other.upload(file.name, file.bytes) })
    expect(await load()).toEqual({ ok: true, value: { added: 2 } })
    expect(await load()).toEqual({ ok: true, value: { added: 0 } })
    expect((await segment('b.txt', SECOND, other)).paragraphs[LACK]?.section).toBe('lessonsLearned')
    const foreign = await other.services['corrections.import']({ file: other.upload('la.json', '{"a":1}') })
    expect(foreign).toMatchObject({ ok: false, error: { code: 'corrections.damaged' } })
  })
})

describe('breaking a reading off', () => {
  it('ends the call that is named and no other', async () => {
    const stopped: string[] = []
    const slow: SampleWork = {
      ...sampleWorkHere,
      run: async (task, stop) => {
        await new Promise<void>((resolve) => {
          if (task.name === 'b.txt' || stop?.aborted) resolve()
          stop?.addEventListener('abort', () => {
            stopped.push(task.name)
            resolve()
          })
        })
        return sampleWorkHere.run(task, stop)
      },
    }
    world = serviceWorld({ sampleWork: slow }, createMemoryFs())
    const first = world.services['sample.segment']({ file: world.upload('a.txt', FIRST), job: 'one' })
    const second = world.services['sample.segment']({ file: world.upload('b.txt', SECOND), job: 'two' })
    await second
    await world.services['sample.stop']({ job: 'one' })
    await world.services['sample.stop']({ job: 'nobody' })
    await first
    expect(new Set(stopped)).toEqual(new Set(['a.txt']))
  })
})
