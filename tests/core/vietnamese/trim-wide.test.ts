import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trimWide } from '../../../src/core/vietnamese/nfc'

describe('trimming the white space of pages', () => {
  it('takes NBSP, zero-width space and BOM off both ends and leaves what stands inside', () => {
    expect(trimWide('\uFEFF\u00A0 \u200BHội\u00A0 nghị\u200B\n')).toBe('Hội\u00A0 nghị')
    expect(trimWide(' \u00A0')).toBe('')
  })

  it('never touches anything but white space', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const trimmed = trimWide(text)
        expect(text).toContain(trimmed)
        expect(text.replace(trimmed, '').replace(/[\s\u200B\uFEFF]/g, '')).toBe('')
      }),
    )
  })
})
