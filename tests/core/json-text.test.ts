import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonObject, serializeJson } from '../../src/core/json-text'

describe('serializeJson', () => {
  it('puts what identifies a document first and the rest in order of the alphabet', () => {
    const text = serializeJson({
      z: 1,
      kind: 'k',
      a: { type: 't', b: undefined, a: [{ y: 1, id: 'i' }] },
      schemaVersion: 1,
    })
    expect(text.replace(/\s/g, '')).toBe('{"schemaVersion":1,"kind":"k","a":{"type":"t","a":[{"id":"i","y":1}]},"z":1}')
  })

  it('gives back what it was given', () => {
    const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean())
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(leaf, fc.array(leaf))), (value) => {
        expect(parseJsonObject(serializeJson(value))).toEqual({ ok: true, value: { ...value } })
      }),
    )
  })
})

describe('parseJsonObject', () => {
  it.each(['null', '1', '"a"', '[{}]', '', '{', '{"a":1,}', '{"a":NaN}'])('refuses %s', (text) => {
    expect(parseJsonObject(text).ok).toBe(false)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    expect(parseJsonObject(`{"a":[{"b":{"${key}":1}}]}`)).toEqual({ ok: false, error: `forbidden key ${key}` })
  })
})
