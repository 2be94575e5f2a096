import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decodeViscii } from '../../../src/core/vietnamese/viscii'

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'encodings', 'viscii.json')
const { letters } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as { readonly letters: Readonly<Record<string, string>> }

it('reads every byte of VISCII as the C library does', () => {
  for (let byte = 0; byte <= 0xff; byte += 1) {
    const hex = byte.toString(16).padStart(2, '0').toUpperCase()
    expect([hex, decodeViscii(Uint8Array.of(byte))]).toEqual([hex, letters[hex] ?? String.fromCharCode(byte)])
  }
})
