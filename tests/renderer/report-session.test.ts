import { describe, expect, it } from 'vitest'
import { paragraph, section, text } from '../../src/core/report/make-report'
import type { NewsAccount, Report } from '../../src/core/report/report'
import { err, ok, type Result } from '../../src/core/result'
import type { WindowCall, WindowError } from '../../src/renderer/bridge'
import type { ReportBody } from '../../src/renderer/editor/editor-handle'
import { CAP_MS, createReportSession, QUIET_MS, type SaveState } from '../../src/renderer/session/report-session'

const SAVED_AT = '2026-11-22T10:42:07+07:00'

const REPORT: NewsAccount = {
  schemaVersion: 1,
  kind: 'newsAccount',
  layout: 'portal',
  id: 'r1',
  reportingPeriod: { kind: 'year', year: 2026 },
  slots: [],
  sections: [section('s1', 'Mở đầu')],
  createdAt: '2026-11-22T08:00:00+07:00',
  headline: [text('Hội nghị tổng kết')],
  publishedAt: '',
  byline: '',
}

/** A clock that only moves when told, with the timers that hang on it. */
function manualTimers() {
  let now = 0
  let last = 0
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    set: (run: () => void, ms: number) => {
      last += 1
      waiting.set(last, { at: now + ms, run })
      return last
    },
    clear: (timer: number) => void waiting.delete(timer),
    /** Moves on, runs what is due, lets promises settle in between. */
    advance: async (ms: number) => {
      const end = now + ms
      for (;;) {
        await settled()
        const due = [...waiting].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0]
        if (!due) break
        waiting.delete(due[0])
        now = due[1].at
        due[1].run()
      }
      now = end
      await settled()
    },
    count: () => waiting.size,
  }
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

type Reply = Result<{ seq: number; savedAt: string }, WindowError>

interface Save {
  readonly report: Report
  readonly baseSeq: number
  readonly saveId: string
}

/** A host that answers saves when told, or at once as `answer` says. */
function fakeHost() {
  const saves: Save[] = []
  const others: string[] = []
  const open: ((reply: Reply) => void)[] = []
  let seq = 7
  let answer: ((count: number) => Reply) | undefined = () => ok({ seq: (seq += 1), savedAt: SAVED_AT })
  let whileClosing: () => void = () => undefined
  const call = (channel: string, input: unknown): Promise<unknown> => {
    if (channel !== 'report.save') {
      others.push(channel)
      if (channel === 'report.close') whileClosing()
      return Promise.resolve(ok(channel === 'host.reportIncident' ? { incident: 'i1' } : {}))
    }
    saves.push(input as Save)
    return answer ? Promise.resolve(answer(saves.length)) : new Promise((resolve) => open.push(resolve))
  }
  return {
    call: call as WindowCall,
    saves,
    others,
    answerWith: (next: typeof answer) => {
      answer = next
    },
    reply: (reply: Reply) => open.shift()?.(reply),
    whenClosing: (run: () => void) => {
      whileClosing = () => {
        whileClosing = () => undefined
        run()
      }
    },
  }
}

function setUp() {
  const timers = manualTimers()
  const host = fakeHost()
  const session = createReportSession(host.call, { report: REPORT, seq: 7 }, timers)
  const states: SaveState['kind'][] = []
  session.subscribe(() => states.push(session.state().kind))
  const type = (byline: string) => session.change((report) => ({ ...report, byline }) as Report)
  return { timers, host, session, states, type }
}

const bylines = (saves: readonly { readonly report: Report }[]) =>
  saves.map(({ report }) => (report.kind === 'newsAccount' ? report.byline : ''))

describe('the session of an open report', () => {
  it('writes half a second after the last change and says saved with the time of the write', async () => {
    const { timers, host, session, states, type } = setUp()
    type('a')
    expect(session.state()).toEqual({ kind: 'dirty', since: 0 })
    await timers.advance(QUIET_MS - 1)
    expect(host.saves).toHaveLength(0)
    await timers.advance(1)
    expect(bylines(host.saves)).toEqual(['a'])
    expect(session.state()).toEqual({ kind: 'saved', at: SAVED_AT })
    expect(states).toEqual(['dirty', 'saving', 'saved'])
  })

  it('writes composed letters and leaves what stands on the screen as it was typed', async () => {
    const { timers, host, session, type } = setUp()
    type('Tie\u0302\u0301ng Vie\u0323\u0302t')
    await timers.advance(QUIET_MS)
    expect(bylines(host.saves)).toEqual(['Tiếng Việt'])
    expect(session.peek()).toMatchObject({ byline: 'Tie\u0302\u0301ng Vie\u0323\u0302t' })
  })

  it('writes within a second of the first change while typing goes on', async () => {
    const { timers, host, type } = setUp()
    for (let at = 0; at < 1000; at += 100) {
      type(String(at))
      await timers.advance(100)
    }
    expect(bylines(host.saves)).toEqual(['800'])
    expect(CAP_MS).toBeLessThan(1000)
    await timers.advance(QUIET_MS)
    expect(bylines(host.saves)).toEqual(['800', '900'])
  })

  it('does not say saved when something was typed while the write ran', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(undefined)
    type('a')
    await timers.advance(QUIET_MS)
    type('ab')
    expect(session.state().kind).toBe('saving')
    host.reply(ok({ seq: 8, savedAt: SAVED_AT }))
    await timers.advance(0)
    expect(session.state().kind).toBe('dirty')
    await timers.advance(QUIET_MS)
    expect(host.saves.at(-1)?.baseSeq).toBe(8)
    host.reply(ok({ seq: 9, savedAt: SAVED_AT }))
    await timers.advance(0)
    expect(session.state().kind).toBe('saved')
    expect(bylines(host.saves)).toEqual(['a', 'ab'])
  })

  it('never has two writes under way', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(undefined)
    type('a')
    const first = session.save()
    type('ab')
    const second = session.save()
    const third = session.save()
    await timers.advance(5000)
    expect(host.saves).toHaveLength(1)
    host.reply(ok({ seq: 8, savedAt: SAVED_AT }))
    expect(await first).toBe(true)
    await timers.advance(0)
    expect(host.saves).toHaveLength(2)
    host.reply(ok({ seq: 9, savedAt: SAVED_AT }))
    expect(await Promise.all([second, third])).toEqual([true, true])
    expect(host.saves).toHaveLength(2)
  })

  it('keeps the text after a failure, says so, and tries again until it is on disk', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith((count) =>
      count < 4 ? err({ code: 'file.diskFull', name: 'r1' }) : ok({ seq: 8, savedAt: SAVED_AT }),
    )
    type('a')
    await timers.advance(QUIET_MS)
    expect(session.state()).toEqual({ kind: 'failed', error: { code: 'file.diskFull', name: 'r1' }, since: 0 })
    type('ab')
    expect(session.state().kind).toBe('failed')
    await timers.advance(1000 + 2000 + 4000)
    expect(bylines(host.saves)).toEqual(['a', 'ab', 'ab', 'ab'])
    expect(session.state()).toEqual({ kind: 'saved', at: SAVED_AT })
  })

  it('keeps trying for as long as the host is gone', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(() => err({ code: 'host.unreachable' }))
    type('a')
    await timers.advance(60_000)
    expect(host.saves.length).toBeGreaterThan(8)
    expect(session.state().kind).toBe('failed')
    host.answerWith(() => ok({ seq: 8, savedAt: SAVED_AT }))
    expect(await session.save()).toBe(true)
    expect(bylines(host.saves).at(-1)).toBe('a')
  })

  it('asks whose text stays when somebody else wrote the report, and writes nothing meanwhile', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith((count) =>
      count === 1 ? err({ code: 'report.changedElsewhere', id: 'r1', seq: 12 }) : ok({ seq: 13, savedAt: SAVED_AT }),
    )
    type('a')
    await timers.advance(QUIET_MS)
    expect(session.state()).toEqual({ kind: 'conflict', seq: 12, since: 0 })
    type('ab')
    await timers.advance(60_000)
    expect(await session.save()).toBe(false)
    expect(host.saves).toHaveLength(1)
    expect(await session.keepMine()).toBe(true)
    expect(host.saves[1]?.baseSeq).toBe(12)
    expect(bylines(host.saves)).toEqual(['a', 'ab'])
    expect(session.state().kind).toBe('saved')
  })

  it('asks the editor for its body only when a save needs it', async () => {
    const { timers, host, session } = setUp()
    let asked = 0
    const body: ReportBody = {
      sections: [section('s1', 'Mở đầu', { blocks: [paragraph('p1', [text('Xin chào')])] })],
      slots: [],
    }
    const detach = session.attachBody(() => {
      asked += 1
      return body
    })
    session.touchBody()
    session.touchBody()
    expect(asked).toBe(0)
    await timers.advance(QUIET_MS)
    expect(asked).toBe(1)
    expect(host.saves[0]?.report.sections).toBe(body.sections)
    detach()
    expect(session.read().sections).toBe(body.sections)
  })

  it('keeps the body of an editor that goes before the save', async () => {
    const { timers, host, session } = setUp()
    const body: ReportBody = { sections: [section('s9', 'Kết quả')], slots: [] }
    const detach = session.attachBody(() => body)
    session.touchBody()
    detach()
    await timers.advance(QUIET_MS)
    expect(host.saves[0]?.report.sections[0]?.id).toBe('s9')
  })

  it('shows a fault of the editor as a failed save, logs no text, and saves when the fault is over', async () => {
    const { timers, host, session } = setUp()
    let isBroken = true
    session.attachBody(() => {
      if (isBroken) throw new Error('Đoạn văn bí mật')
      return { sections: [], slots: [] }
    })
    session.touchBody()
    await timers.advance(QUIET_MS)
    expect(session.state()).toMatchObject({ kind: 'failed', error: { code: 'internal', incident: 'i1' } })
    isBroken = false
    await timers.advance(1000)
    expect(session.state().kind).toBe('saved')
    expect(host.others).toEqual(['host.reportIncident'])
  })

  it('asks again for a save whose answer got lost, under its own name, before it sends anything newer', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith((count) => (count === 1 ? err({ code: 'host.unreachable' }) : ok({ seq: 6 + count, savedAt: '' })))
    type('a')
    await timers.advance(QUIET_MS)
    type('ab')
    expect(await session.save()).toBe(true)
    expect(bylines(host.saves)).toEqual(['a', 'a', 'ab'])
    const [first, again, newer] = host.saves
    expect(again).toEqual(first)
    expect(newer?.saveId).not.toBe(first?.saveId)
    expect(newer?.baseSeq).toBe(8)
    expect(session.state().kind).toBe('saved')
  })

  it('keeps the name of a text that is tried again, and gives a newer text a new one', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(() => err({ code: 'file.diskFull', name: 'r1' }))
    type('a')
    await timers.advance(QUIET_MS)
    await session.save()
    type('ab')
    await session.save()
    expect(bylines(host.saves)).toEqual(['a', 'a', 'ab'])
    const names = host.saves.map(({ saveId }) => saveId)
    expect(names[1]).toBe(names[0])
    expect(names[2]).not.toBe(names[0])
  })

  it('saves before it tells the host that the report is closed', async () => {
    const { host, session, type } = setUp()
    type('a')
    expect(await session.close()).toBe(true)
    expect(bylines(host.saves)).toEqual(['a'])
    expect(host.others).toEqual(['report.close'])
  })

  it('does not close what could not be saved', async () => {
    const { host, session, type } = setUp()
    host.answerWith(() => err({ code: 'file.diskFull', name: 'r1' }))
    type('a')
    expect(await session.close()).toBe(false)
    expect(host.others).toEqual([])
  })

  it('saves letters that were typed while the host closed the report, and closes it again', async () => {
    const { host, session, type } = setUp()
    host.whenClosing(() => type('ab'))
    type('a')
    expect(await session.close()).toBe(true)
    expect(bylines(host.saves)).toEqual(['a', 'ab'])
    expect(host.others).toEqual(['report.close', 'report.close'])
  })

  it('says that all is saved only when nothing was typed in between', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(undefined)
    type('a')
    const all = session.saveAll()
    await timers.advance(0)
    type('ab')
    host.reply(ok({ seq: 8, savedAt: SAVED_AT }))
    await timers.advance(0)
    expect(bylines(host.saves)).toEqual(['a', 'ab'])
    host.reply(err({ code: 'file.diskFull', name: 'r1' }))
    expect(await all).toBe(false)
  })

  it('remains the same state while letters follow each other, so that nothing is drawn again for them', () => {
    const { session, type } = setUp()
    type('a')
    const first = session.state()
    type('ab')
    expect(session.state()).toBe(first)
    session.touchBody()
    expect(session.state()).toBe(first)
  })

  it('sends what is unsaved one last time when it is thrown away, and leaves no timer behind', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(() => err({ code: 'file.diskFull', name: 'r1' }))
    type('a')
    session.dispose()
    expect(bylines(host.saves)).toEqual(['a'])
    type('ab')
    await timers.advance(60_000)
    session.dispose()
    await timers.advance(60_000)
    expect(bylines(host.saves)).toEqual(['a'])
    expect(timers.count()).toBe(0)
  })

  it('sends what was typed during a write that runs when it is thrown away', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(undefined)
    type('a')
    await timers.advance(QUIET_MS)
    type('ab')
    session.dispose()
    host.reply(ok({ seq: 8, savedAt: SAVED_AT }))
    await timers.advance(0)
    expect(bylines(host.saves)).toEqual(['a', 'ab'])
  })

  it('writes nothing over another’s text when it is thrown away, nor a text that is on disk', async () => {
    const { timers, host, session, type } = setUp()
    host.answerWith(() => err({ code: 'report.changedElsewhere', id: 'r1', seq: 12 }))
    type('a')
    await timers.advance(QUIET_MS)
    session.dispose()
    await timers.advance(60_000)
    expect(host.saves).toHaveLength(1)

    const clean = setUp()
    clean.session.dispose()
    await clean.timers.advance(60_000)
    expect(clean.host.saves).toEqual([])
  })
})
