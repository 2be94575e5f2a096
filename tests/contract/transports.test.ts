import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channels } from '../../src/contract/channels'
import type { Services } from '../../src/contract/services'
import { AppErrorSchema } from '../../src/core/app-error'
import { ok } from '../../src/core/result'
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings'
import { allChannels, stubServices } from '../support/stub-services'
import { transports, type Transport } from '../support/transports'

/** Values no channel takes as its input. */
const BAD_INPUTS: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  true,
  '',
  'text',
  [],
  [{}],
  { surprise: 1 },
  { id: 5 },
  { id: '' },
  { id: 'x'.repeat(65) },
  { id: null },
  { settings: null },
  { settings: { ...DEFAULT_SETTINGS, schemaVersion: 99 } },
  { file: { id: 'a', name: 'b' } },
  { samples: 'all' },
  { constructor: { prototype: {} } },
  { toString: 'x' },
]

describe.each(transports)('a call over $name', ({ open }) => {
  let transport: Transport
  let reached: string[]

  beforeEach(async () => {
    reached = []
    const counted = Object.fromEntries(
      Object.entries(stubServices()).map(([channel, serve]) => [
        channel,
        (input: never) => {
          reached.push(channel)
          return (serve as (value: never) => unknown)(input)
        },
      ]),
    ) as unknown as Services
    transport = await open(counted)
  })
  afterEach(() => transport.close())

  it('brings the service’s answer back', async () => {
    expect(await transport.call('settings.read', {})).toEqual(ok(DEFAULT_SETTINGS))
  })

  it('brings Vietnamese text there and back as it was', async () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      organization: { ...DEFAULT_SETTINGS.organization, issuePlace: 'Đắk Lắk “ấy” \u2028 😀' },
    }
    expect(await transport.call('settings.write', { settings })).toEqual(ok(settings))
  })

  it.each([
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'report',
    'report.open.',
    'REPORT.OPEN',
    '',
    ' ',
    'x'.repeat(5000),
    5,
    null,
    undefined,
    [],
    ['host.describe'],
    {},
  ])('does not know the channel %j', async (channel) => {
    const name = typeof channel === 'string' ? channel.slice(0, 64) : ''
    expect(await transport.call(channel, {})).toEqual({ ok: false, error: { code: 'call.unknown', channel: name } })
    expect(reached).toEqual([])
  })

  it.each(allChannels)('keeps malformed input from %s', async (channel) => {
    for (const input of BAD_INPUTS) {
      const answer = await transport.call(channel, input)
      expect(answer, JSON.stringify(input)).toMatchObject({ ok: false, error: { code: 'call.badInput', channel } })
      expect(AppErrorSchema.safeParse((answer as { error: unknown }).error).success).toBe(true)
    }
    expect(reached).toEqual([])
  })

  it('turns a bug into an incident, and tells the window only its number', async () => {
    expect(await transport.call('host.readIncidents', {})).toEqual({
      ok: false,
      error: { code: 'internal', incident: 'i1' },
    })
    expect(transport.incidents).toEqual(['host.readIncidents: Error: a planted bug'])
  })

  it('brings an expected failure back as it is', async () => {
    expect(await transport.call('report.open', { id: 'n1' })).toEqual({
      ok: false,
      error: { code: 'capability.absent', capability: 'stub' },
    })
  })

  it('answers many calls at once, each with its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => transport.call(index % 2 ? 'settings.read' : 'report.list', {})),
    )
    answers.forEach((answer, index) => expect(answer).toEqual(ok(index % 2 ? DEFAULT_SETTINGS : { reports: [] })))
  })
})

describe('the table of channels', () => {
  it('names every call noun.verb', () => {
    expect(Object.keys(channels).filter((name) => !/^[a-z]+\.[a-zA-Z]+$/.test(name))).toEqual([])
  })
})
