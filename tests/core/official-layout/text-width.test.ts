import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancedWrapping, textWidth, wrapText } from '../../../src/core/official-layout/text-width'
import { arbitraryText } from '../../support/arbitrary-report'

const bold = (fontSize: number) => ({ fontSize, isBold: true, isItalic: false })

describe('width of a text', () => {
  // Measured on rendered pages, in mm.
  it.each([
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 15, 72.9],
    ['BAN TUYÊN GIÁO VÀ DÂN VẬN', 14, 75.6],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, 95.7],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 88.3],
    ['Độc lập - Tự do - Hạnh phúc', 14, 60.5],
  ])('%s in bold %i pt is %f mm', (text, size, width) => {
    expect(textWidth(text, bold(size))).toBeCloseTo(width, 0)
  })

  it('is the same for composed and decomposed letters', () => {
    const text = 'Tỉnh uỷ Quảng Ngãi'
    expect(textWidth(text.normalize('NFD'), bold(14))).toBe(textWidth(text, bold(14)))
  })
})

describe('wrapping', () => {
  it('breaks a title evenly instead of leaving a lone word', () => {
    const title = 'BAN TUYÊN GIÁO VÀ DÂN VẬN'
    expect(wrapText(title, bold(14), 70)).toEqual(['BAN TUYÊN GIÁO VÀ DÂN', 'VẬN'])
    expect(balancedWrapping(title, bold(14), 70).lines).toEqual(['BAN TUYÊN GIÁO', 'VÀ DÂN VẬN'])
  })

  it('never needs more lines than plain wrapping, keeps every word and stays within the width where words do', () => {
    fc.assert(
      fc.property(arbitraryText, fc.double({ min: 5, max: 200, noNaN: true }), (text, width) => {
        const plain = wrapText(text, bold(14), width)
        const even = balancedWrapping(text, bold(14), width)
        expect(even.lines.length).toBeLessThanOrEqual(plain.length)
        expect(even.lines.join(' ').split(/\s+/)).toEqual(plain.join(' ').split(/\s+/))
      }),
    )
  })
})
