import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointLetter, POINT_LETTERS } from '../../../src/core/vietnamese/point-letters'
import { fromRoman, toRoman } from '../../../src/core/vietnamese/roman'

describe('Roman numerals', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [99, 'XCIX'],
    [2026, 'MMXXVI'],
  ])('%i is %s', (value, roman) => {
    expect(toRoman(value)).toBe(roman)
  })

  it('are read back, in capitals or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
        expect(fromRoman(toRoman(value))).toBe(value)
        expect(fromRoman(toRoman(value).toLowerCase())).toBe(value)
      }),
    )
  })

  it.each(['', 'IIII', 'VX', 'IC', 'IIX', 'tháng', 'I.'])('"%s" is none', (roman) => {
    expect(fromRoman(roman)).toBeUndefined()
  })
})

describe('letters of points', () => {
  it('follow the Vietnamese alphabet: đ after d, no f, j, w, z', () => {
    expect(Array.from({ length: 8 }, (_, index) => pointLetter(index)).join(' ')).toBe('a b c d đ e g h')
    expect(POINT_LETTERS).not.toMatch(/[fjwz]/)
  })

  it('never name two points alike', () => {
    const names = Array.from({ length: 100 }, (_, index) => pointLetter(index))
    expect(new Set(names).size).toBe(100)
    expect(names[POINT_LETTERS.length]).toBe('aa')
  })
})
