import { describe, expect, it } from 'vitest'
import { migrate, type Migration } from '../../src/core/migrations'

const CHAIN: readonly Migration[] = [
  { to: 2, name: 'title becomes subject', up: ({ title, ...rest }) => ({ ...rest, subject: title }) },
  { to: 3, name: 'recipients are a list', up: (json) => ({ ...json, recipients: [] }) },
]

describe('migrate', () => {
  it('takes every step above the version of the file, in order', () => {
    expect(migrate({ schemaVersion: 1, title: 'a' }, CHAIN, 3)).toEqual({
      ok: true,
      value: { schemaVersion: 3, subject: 'a', recipients: [] },
    })
    expect(migrate({ schemaVersion: 2, subject: 'a' }, CHAIN, 3)).toEqual({
      ok: true,
      value: { schemaVersion: 3, subject: 'a', recipients: [] },
    })
  })

  it('leaves a file of today as it is', () => {
    const today = { schemaVersion: 3, title: 'a' }
    expect(migrate(today, CHAIN, 3)).toEqual({ ok: true, value: today })
  })

  it('tells a file of tomorrow from one without a version', () => {
    expect(migrate({ schemaVersion: 4 }, CHAIN, 3)).toEqual({ ok: false, error: { kind: 'tooNew', fileVersion: 4 } })
    for (const schemaVersion of [undefined, '1', 0, -1, 1.5, null])
      expect(migrate({ schemaVersion }, CHAIN, 3)).toEqual({ ok: false, error: { kind: 'noVersion' } })
  })
})
