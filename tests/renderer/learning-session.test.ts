import { describe, expect, it } from 'vitest'
import type { Channel, Input } from '../../src/contract/channels'
import type { Services } from '../../src/contract/services'
import { err } from '../../src/core/result'
import type { Bridge, WindowError } from '../../src/renderer/bridge'
import {
  createLearningSession,
  type LearningSession,
  type LearningView,
} from '../../src/renderer/screens/learning/learning-session'
import { sampleOf, type SampleFile } from '../../src/renderer/screens/learning/learning-state'
import type { SampleWork } from '../../src/services/sample-work'
import { sampleWorkHere } from '../../src/services/sample-work'
import { serviceWorld, type ServiceWorld } from '../support/service-ports'

const news = (quarter: string, lack: string) => `Sơ kết công tác tuyên giáo quý ${quarter}/2026
05/10/2026
Sáng ngày 05/10, Ban Tuyên giáo và Dân vận Tỉnh ủy tổ chức Hội nghị sơ kết công tác quý ${quarter}/2026.
Trong quý ${quarter}, toàn ngành đã tổ chức 12 hội nghị báo cáo viên với 1.250 lượt người dự.
${lack}
Trong quý tới, ngành tập trung chuẩn bị tổng kết năm, đẩy mạnh tuyên truyền các ngày lễ lớn.
`
const FIRST = news('III', 'Thật lòng mà nói việc ghi chép ở các tổ vẫn theo lối cũ, nơi làm nơi không.')
const SECOND = news('II', 'Thật lòng mà nói khâu tổng hợp tháng nào cũng phải giục, có thôn gửi bằng lời.')
const LACK = 4

interface Visit {
  readonly session: LearningSession
  readonly told: readonly WindowError[]
  readonly calls: readonly Channel[]
}

/** A session on real services; `before` may answer a call in their place. */
function visit(
  world: ServiceWorld = serviceWorld(),
  before: (channel: Channel, input: unknown) => ReturnType<Bridge['call']> | undefined = () => undefined,
): Visit {
  const told: WindowError[] = []
  const calls: Channel[] = []
  const call = (<C extends Channel>(channel: C, input: Input<C>) => {
    calls.push(channel)
    return (
      before(channel, input) ?? (world.services[channel] as Services[Channel] & ((input: unknown) => unknown))(input)
    )
  }) as Bridge['call']
  const upload: Bridge['upload'] = async (file) => ({ ok: true, value: world.upload(file.name, await file.text()) })
  return { session: createLearningSession({ call, upload }, (error) => told.push(error)), told, calls }
}

/** Once what is waited for holds. */
function until({ view, subscribe }: LearningSession, holds: (now: LearningView) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(view())) return
      stop()
      resolve()
    }
    const stop = subscribe(look)
    look()
  })
}

/** Once nothing is read or worked on any more. */
const settled = (session: LearningSession): Promise<void> =>
  until(
    session,
    ({ isWorking, files }) =>
      !isWorking && files.every(({ reading }) => reading.kind === 'read' || reading.kind === 'failed'),
  )

const file = (name: string, text: string) => new File([text], name)

async function withTwo(made: Visit = visit()): Promise<Visit> {
  made.session.add([file('a.txt', FIRST), file('b.txt', SECOND)])
  await settled(made.session)
  return made
}

const shaOf = ({ view }: LearningSession, at: number): string => view().counted[at]?.sample.sha256 ?? ''
const labelsOf = ({ view }: LearningSession): readonly (string | undefined)[] =>
  view().counted.map(({ sample }) => sample.paragraphs[LACK]?.section)
const kindsOf = (files: readonly SampleFile[]) => files.map(({ reading }) => reading.kind)
/** What no segmenter would say of it. */
const praise = { section: 'commendation' as const }

describe('a visit to the learning screen', () => {
  it('reads each file, tells why one could not be read, and tries it again when asked', async () => {
    const world = serviceWorld()
    const made = visit(world)
    made.session.add([file('a.txt', FIRST), file('trống.txt', '')])
    await settled(made.session)
    expect(made.session.view().files.map(({ reading }) => reading)).toMatchObject([
      { kind: 'read' },
      { kind: 'failed', error: { code: 'file.empty' } },
    ])
    made.session.retry(2)
    expect(kindsOf(made.session.view().files)).toEqual(['read', 'reading'])
    await settled(made.session)
    expect(kindsOf(made.session.view().files)).toEqual(['read', 'failed'])
  })

  it('breaks off what is being read, leaves what waits, and goes on when asked', async () => {
    let asked: (() => void) | undefined
    const atWork = new Promise<void>((resolve) => {
      asked = resolve
    })
    let isPatient = false
    const slow: SampleWork = {
      ...sampleWorkHere,
      run: (task, stop) => {
        if (isPatient) return sampleWorkHere.run(task, stop)
        asked?.()
        return new Promise((resolve) => {
          stop?.addEventListener('abort', () => resolve(err({ code: 'cancelled' }) as never))
        })
      },
    }
    const { session, told } = visit(serviceWorld({ sampleWork: slow }))
    session.add([file('a.txt', FIRST), file('b.txt', SECOND)])
    await atWork
    session.stop()
    await until(session, ({ files }) => files.every(({ reading }) => reading.kind === 'waiting'))
    isPatient = true
    session.resume()
    await settled(session)
    expect(kindsOf(session.view().files)).toEqual(['read', 'read'])
    expect(told).toEqual([])
  })

  it('shows an answer before the program has agreed, and drops it when the program could not keep it', async () => {
    const failing = (channel: Channel) =>
      channel === 'sample.correct' ? Promise.resolve(err({ code: 'file.diskFull', name: 'x' } as const)) : undefined
    const { session, told } = await withTwo(visit(serviceWorld(), failing))
    const before = labelsOf(session)
    expect(before).not.toContain('commendation')
    const answered = session.answer({ sample: shaOf(session, 0), paragraphs: [LACK], to: praise })
    expect(labelsOf(session)[0]).toBe('commendation')
    await answered
    expect(labelsOf(session)).toEqual(before)
    expect(told.map(({ code }) => code)).toEqual(['file.diskFull'])
    expect(session.view().history.done).toEqual([])
  })

  it('offers the opening words, and tells what else changes when they are taken', async () => {
    const { session } = await withTwo()
    const answer = { sample: shaOf(session, 0), paragraphs: [LACK], to: praise }
    await session.answer(answer)
    expect(labelsOf(session)[0]).toBe('commendation')
    const cue = session.view().last?.cue
    expect(cue).toEqual({ phrase: 'thật lòng mà nói việc', section: 'commendation' })
    await session.answer({ ...answer, cue: 'thật lòng mà nói' })
    expect(labelsOf(session)).toEqual(['commendation', 'commendation'])
  })

  it('takes answers, edits and removed files back in order, and does them again', async () => {
    const { session } = await withTwo()
    const before = labelsOf(session)
    expect(before).not.toContain('commendation')
    await session.answer({ sample: shaOf(session, 0), paragraphs: [LACK], to: praise })
    session.edit({ kind: 'remove', section: 'mo-dau' })
    session.remove(2)
    expect(session.view().files).toHaveLength(1)
    expect(session.view().lastGesture).toMatchObject({ kind: 'fileRemoved', file: { name: 'b.txt' } })

    await session.undo()
    expect(session.view().lastGesture).toBeUndefined()
    expect(session.view().files.map(({ key }) => key)).toEqual([1, 2])
    await session.undo()
    expect(session.view().edits).toEqual([])
    await session.undo()
    expect(labelsOf(session)).toEqual(before)
    expect(session.view().history.done).toEqual([])

    for (let step = 0; step < 3; step += 1) await session.redo()
    expect(labelsOf(session)).toEqual(['commendation'])
    expect(session.view().edits).toHaveLength(1)
    await session.undo()
    await session.undo()
    await session.undo()
    expect(labelsOf(session)).toEqual(before)
  })

  it('does nothing where there is nothing to take back', async () => {
    const { session, calls } = await withTwo()
    const count = calls.length
    await session.undo()
    await session.redo()
    expect(calls).toHaveLength(count)
  })

  it('reads a file again when the program no longer holds it, and asks once more', async () => {
    let isForgotten = true
    const forgetful = (channel: Channel, input: unknown) => {
      if (channel !== 'sample.correct' || !isForgotten) return undefined
      isForgotten = false
      return Promise.resolve(err({ code: 'sample.notHeld', name: (input as Input<'sample.correct'>).sample } as const))
    }
    const { session, calls, told } = await withTwo(visit(serviceWorld(), forgetful))
    await session.answer({ sample: shaOf(session, 0), paragraphs: [LACK], to: praise })
    expect(labelsOf(session)[0]).toBe('commendation')
    expect(told).toEqual([])
    expect(calls.filter((channel) => channel === 'sample.segment')).toHaveLength(3)
  })

  it('labels a file anew that was read while a label changed', async () => {
    const { session } = await withTwo()
    const correction = { sample: shaOf(session, 0), paragraphs: [LACK], to: praise, cue: 'thật lòng mà nói' }
    session.remove(2)
    session.add([file('c.txt', SECOND)])
    await session.answer(correction)
    await until(session, () => labelsOf(session).every((section) => section === 'commendation'))
    expect(kindsOf(session.view().files)).toEqual(['read', 'read'])
  })

  it('reads a file with its old letters left alone, and again as the program thinks', async () => {
    const { session } = visit()
    session.add([file('cu.txt', 'coâng taùc')])
    await settled(session)
    const textOf = () => session.view().counted[0]?.sample.paragraphs[0]?.text
    session.readWith(1, 'vni')
    await settled(session)
    expect(textOf()).toBe('công tác')
    session.readWith(1, 'keep')
    await settled(session)
    expect(textOf()).toBe('coâng taùc')
  })

  it('keeps the list of samples the same value while none of them changes', async () => {
    const { session } = await withTwo()
    const { counted } = session.view()
    session.show(2)
    await session.relabel()
    expect(session.view().counted).toBe(counted)
    expect(counted.map(({ file: one }) => sampleOf(one))).toEqual(counted.map(({ sample }) => sample))
  })
})
