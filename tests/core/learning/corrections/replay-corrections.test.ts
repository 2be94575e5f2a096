import { describe, expect, it } from 'vitest'
import type { Correction } from '../../../../src/core/learning/corrections/correction'
import {
  parseCorrections,
  newCorrections,
  serializeCorrections,
} from '../../../../src/core/learning/corrections/corrections-file'
import { proposeCue } from '../../../../src/core/learning/corrections/propose-cue'
import { replayCorrections } from '../../../../src/core/learning/corrections/replay-corrections'
import { LARGEST_CHANGE, paragraphKey } from '../../../../src/core/learning/corrections/correction-model'

const at = '2026-01-02T03:04:05.000Z'
const label = (id: string, changes: Partial<Extract<Correction, { kind: 'label' }>> = {}): Correction => ({
  kind: 'label',
  id,
  at,
  sample: 'a'.repeat(64),
  genre: 'formalReport',
  paragraph: paragraphKey('Điều còn trăn trở là việc nắm dư luận ở cơ sở'),
  from: { section: 'results' },
  to: { section: 'shortcomings' },
  after: 'results',
  shifts: [{ to: 'shortcomings', from: 'results', features: ['opens:điều còn', 'opens:điều còn trăn trở'] }],
  ...changes,
})
const revoke = (id: string, revokes: string): Correction => ({ kind: 'revoke', id, at, revokes })
const cue = (id: string, phrase: string): Correction => ({ kind: 'cue', id, at, phrase, section: 'shortcomings' })

describe('replaying corrections', () => {
  it('remembers the paragraph, pushes its features and counts the step', () => {
    const model = replayCorrections([label('01')])
    expect([...model.remembered.values()]).toEqual([{ section: 'shortcomings' }])
    const pushed = model.featureWeights.get('shortcomings')?.get('opens:điều còn') ?? 0
    expect(pushed).toBeGreaterThan(0)
    expect(model.featureWeights.get('results')?.get('opens:điều còn')).toBe(-pushed)
    expect(model.transitions.get('results')).toEqual(
      new Map([
        ['shortcomings', 1],
        ['results', -1],
      ]),
    )
  })

  it('gives the same model whatever the order and however often an entry comes', () => {
    const log = [
      label('01'),
      cue('02', 'điều còn'),
      label('03', { paragraph: paragraphKey('khác') }),
      revoke('04', '02'),
    ]
    expect(replayCorrections([...log].reverse())).toEqual(replayCorrections(log))
    expect(replayCorrections([...log, ...log])).toEqual(replayCorrections(log))
  })

  it('forgets what was taken back, and holds again what was taken back from that', () => {
    expect(replayCorrections([label('01'), revoke('02', '01')])).toEqual(replayCorrections([]))
    expect(replayCorrections([label('01'), revoke('02', '01'), revoke('03', '02')])).toEqual(
      replayCorrections([label('01')]),
    )
  })

  it('hears only the last answer about a paragraph, measured from what the program said first', () => {
    const first = label('01', { to: { section: 'causes' } })
    const second = label('02', { from: { section: 'causes' } })
    const model = replayCorrections([first, second])
    expect([...model.remembered.values()]).toEqual([{ section: 'shortcomings' }])
    expect(model.transitions.get('results')?.get('results')).toBe(-1)
    expect(model.featureWeights.get('causes')).toBeUndefined()
  })

  it('lets no feature grow beyond its bound', () => {
    const log = Array.from({ length: 60 }, (_, n) =>
      label(String(n).padStart(3, '0'), { paragraph: paragraphKey(`đoạn ${'ab'.repeat(n)}`) }),
    )
    const weights = [...replayCorrections(log).featureWeights.values()].flatMap((row) => [...row.values()])
    expect(Math.max(...weights.map(Math.abs))).toBe(LARGEST_CHANGE)
  })
})

describe('the file of corrections', () => {
  it('comes back as it went, and adds only what is new', () => {
    const log = [label('01'), cue('02', 'điều còn'), revoke('03', '02')]
    const read = parseCorrections(serializeCorrections(log), 'chinh-sua.json')
    expect(read).toEqual({ ok: true, value: log })
    expect(newCorrections([label('01')], log).map(({ id }) => id)).toEqual(['02', '03'])
  })

  it.each([
    '',
    '[]',
    '{"format":"khac"}',
    '{"format":"tong-ket-corrections","version":1,"corrections":[{"kind":"xoá"}]}',
  ])('refuses %j with a code', (text) => {
    expect(parseCorrections(text, 'la.json')).toMatchObject({
      ok: false,
      error: { code: 'corrections.damaged', name: 'la.json' },
    })
  })

  it('holds no sentence of a document', () => {
    const text = serializeCorrections([label('01')])
    expect(text).not.toContain('trăn trở là việc')
  })
})

describe('proposing a cue', () => {
  it.each([
    ['Điều còn trăn trở là việc nắm dư luận ở cơ sở', 'điều còn trăn trở là'],
    ['- Song, công tác nắm dư luận còn chậm', undefined],
    ['2. Bên cạnh đó, vẫn còn nơi', 'bên cạnh đó'],
    ['Trong 6 tháng đầu năm', undefined],
    ['Thay mặt Ban Thường vụ', 'thay mặt'],
  ])('%j → %j', (text, expected) => {
    expect(proposeCue(text)).toBe(expected)
  })
})
