import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendLetters } from '../../../src/core/vietnamese/mend-letters'

describe('mending letters that only look right', () => {
  it.each([
    ['Cyrillic consonants', '\u0441ông tá\u0441', 'công tác'],
    ['a Cyrillic word part', 'bá\u043E cá\u043E', 'báo cáo'],
    ['a Cyrillic vowel under its mark', 'tổng c\u043E\u0301', 'tổng có'],
    ['Greek capitals', '\u0392AN CH\u0391P H\u00C0NH', 'BAN CHAP HÀNH'],
    ['an Icelandic ð', '\u00F0ã \u00D0ảng', 'đã Đảng'],
    ['an African Đ', '\u0189ảng', 'Đảng'],
    ['a tone beside its letter', 'ca\u00B4c vu`ng', 'các vùng'],
    ['a tone before the mark of the vowel', 'ca\u0301\u0302p', 'cấp'],
    ['full-width figures', '\uFF12\uFF10\uFF12\uFF16\uFF0D\uFF13', '2026-3'],
    ['a ligature', 'o\uFB03ce \uFB01le', 'office file'],
    [
      'bold letters of a social network',
      '\u{1D407}\u{1D428}\u0323\u0302i \u{1D427}\u{1D420}\u{1D421}i\u0323',
      'Hội nghị',
    ],
    ['odd spaces', 'công\u2009tác\u3000tuyên\u202Fgiáo', 'công tác tuyên giáo'],
    ['invisible signs inside a word', 'tu\u00ADyên gi\u200Báo', 'tuyên giáo'],
    ['a soft hyphen behind a word', 'tuyên\u00AD giáo', 'tuyên giáo'],
    ['bullets of a symbol font', '\uF0B7 Việc một', '• Việc một'],
    ['quotation marks taken for Latin-1', '\u0093Đảng\u0094', '“Đảng”'],
  ])('%s', (_what, before, after) => {
    expect(mendLetters(before.normalize('NFC')).text).toBe(after)
  })

  it.each([
    'Владимир Путин thăm Hà Nội',
    'đồng chí Ордина',
    'Ελλάδα',
    'hệ số α, β và Ωm',
    'Sigurðsson',
    'quán cà phê Café',
    'lệnh `ls`',
    '5´ 30´´',
    'Nguyễn Thị Hường',
    'công\u00A0tác',
    'dòng\u200B',
    'tiếng ﷽ 你好 ไทย',
    '👨‍👩‍👧 gia đình',
  ])('leaves alone: %s', (text) => {
    expect(mendLetters(text.normalize('NFC'))).toEqual({ text: text.normalize('NFC'), changes: [] })
  })

  it('tells each word that it changed', () => {
    expect(mendLetters('bá\u043E cáo \u00F0ã xong').changes).toEqual([
      { before: 'bá\u043E', after: 'báo' },
      { before: '\u00F0ã', after: 'đã' },
    ])
  })

  it('has nothing left to mend in what it gave, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = mendLetters(text.toWellFormed().normalize('NFC')).text
        expect(mendLetters(once)).toEqual({ text: once, changes: [] })
      }),
      { numRuns: 500 },
    )
  })
})
