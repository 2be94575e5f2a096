import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchingKey, unmarkedKey } from '../../../src/core/vietnamese/matching-key'
import { toNfc, trimWide } from '../../../src/core/vietnamese/nfc'
import { arbitraryText } from '../../support/arbitrary-report'

describe('matchingKey', () => {
  it.each([
    ['hòa bình', 'hoà bình'],
    ['Tỉnh ủy', 'TỈNH UỶ'],
    ['quý', 'qúy'],
    ['khỏe, loe, tùy, thụy', 'khoẻ, loe, tuỳ, thuỵ'],
    ['Sơ kết', 'Sơ kết'.normalize('NFD')],
    ['2020 – 2025', '2020 - 2025'],
    ['“học” và ‘làm’', '"học" và \'làm\''],
    ['một  hai', '\uFEFF một\u00A0\u200Bhai\n'],
  ])('takes "%s" and "%s" for the same', (one, other) => {
    expect(matchingKey(one)).toBe(matchingKey(other))
  })

  it.each([
    ['bản', 'bạn'],
    ['bản', 'ban'],
    ['tình', 'tỉnh'],
    ['đại', 'đài'],
    ['dân', 'đân'],
    ['hoa', 'hoà'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(matchingKey(one)).not.toBe(matchingKey(other))
  })

  it('is its own key', () => {
    fc.assert(
      fc.property(arbitraryText, (value) => {
        expect(matchingKey(matchingKey(value))).toBe(matchingKey(value))
      }),
    )
  })
})

describe('unmarkedKey', () => {
  it('is what an officer types in a hurry', () => {
    expect(unmarkedKey('Đánh giá công tác Tuyên giáo')).toBe('danh gia cong tac tuyen giao')
  })
})

describe('toNfc', () => {
  it('composes once and for all, also where an illegal character stood between letter and mark', () => {
    expect(toNfc('a\u0000\u0300')).toBe('à')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const composed = toNfc(value)
        expect(toNfc(composed)).toBe(composed)
        expect(composed.normalize('NFC')).toBe(composed)
        expect(composed.isWellFormed()).toBe(true)
      }),
    )
  })

  it('removes what XML cannot carry and keeps tabs and line ends', () => {
    expect(toNfc('a\u0000\u000B\uFFFEb\tc\nd')).toBe('ab\tc\nd')
  })
})

describe('trimWide', () => {
  it('trims the white space pages leave round their lines', () => {
    expect(trimWide('\u00A0\u200B  Thu Thủy \uFEFF\n')).toBe('Thu Thủy')
  })
})
