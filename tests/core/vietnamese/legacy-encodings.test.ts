import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLegacyRuns, decodeLegacyText, legacyFont } from '../../../src/core/vietnamese/legacy-encodings'
import { GLIBC_TCVN3 as glibc, latin1, VNI_LETTERS } from '../../support/old-letters'

describe('the letters of TCVN3', () => {
  it.each(Object.entries(glibc.letters).filter(([byte]) => !/^(?:A0|B[0-4])$/.test(byte)))(
    'are those of the C library: %s',
    (byte, letter) => {
      expect(decodeLegacyText(latin1(byte), 'tcvn3')).toBe(letter)
    },
  )

  it.each(Object.entries(glibc.marks))('take the mark that follows a vowel: %s', (pair, letter) => {
    expect(decodeLegacyText(pair.charAt(0) + latin1(pair.slice(1)), 'tcvn3')).toBe(letter)
  })

  it('leave a degree sign, a typographic mark and whatever stands below 80 as they are', () => {
    expect(decodeLegacyText('37°C “±5” \u0093A\u0094 \u0096 100%', 'tcvn3')).toBe('37°C “±5” “A” – 100%')
  })

  it('read as a sentence', () => {
    expect(decodeLegacyText('Uû ban nh©n d©n tØnh, phßng chèng l·ng phÝ', 'tcvn3')).toBe(
      'Uỷ ban nhân dân tỉnh, phòng chống lãng phí',
    )
    expect(decodeLegacyText('h\u00ADíng dÉn, μ', 'tcvn3')).toBe('hướng dẫn, à')
    expect(decodeLegacyText('Tr-ëng ban, c-êng ®é - sè 12-BC/TU, §µ N½ng-HuÕ', 'tcvn3')).toBe(
      'Trưởng ban, cường độ - số 12-BC/TU, Đà Nẵng-Huế',
    )
  })
})

describe('the letters of VNI', () => {
  it('are 72 vowels with their tones, and đ', () => {
    expect(VNI_LETTERS).toHaveLength(73)
  })

  it.each(VNI_LETTERS)('small: %s is %s', (seen, letter) => {
    expect(decodeLegacyText(`t${seen}n`, 'vni')).toBe(`t${letter}n`)
  })

  it.each(VNI_LETTERS)('capital: %s is %s', (seen, letter) => {
    expect(decodeLegacyText(seen.toUpperCase(), 'vni')).toBe(letter.toUpperCase())
  })

  it('read as a sentence', () => {
    expect(decodeLegacyText('COÄNG HOØA XAÕ HOÄI, Ñaûng boä huyeän', 'vni')).toBe('CỘNG HÒA XÃ HỘI, Đảng bộ huyện')
  })
})

describe('what the name of a font says', () => {
  it.each([
    ['.VnTime', { encoding: 'tcvn3', isCapitals: false }],
    ['.VnTimeH', { encoding: 'tcvn3', isCapitals: true }],
    ['.VnArial NarrowH', { encoding: 'tcvn3', isCapitals: true }],
    ['.vntime', { encoding: 'tcvn3', isCapitals: false }],
    ['ABCDEF+.VnTimeH,Bold', { encoding: 'tcvn3', isCapitals: true }],
    ['ABCDEF+VNI-Times-Bold', { encoding: 'vni', isCapitals: false }],
    ['VNI-Helve', { encoding: 'vni', isCapitals: false }],
    ['Times New Roman', undefined],
    ['Vni', undefined],
    ['VnTime', undefined],
    [undefined, undefined],
  ])('%s', (name, font) => {
    expect(legacyFont(name)).toEqual(font)
  })
})

const run = (text: string, font?: string) => ({ text, font })

describe('decoding the runs of a paragraph', () => {
  it('goes by the font of each run and makes capitals of capital fonts', () => {
    const runs = [run('B¸o c¸o ', '.VnTimeH'), run('s¬ kÕt ', '.VnTime'), run('của tỉnh', 'Times New Roman')]
    expect(decodeLegacyRuns(runs)).toEqual({
      texts: ['BÁO CÁO ', 'sơ kết ', 'của tỉnh'],
      encodings: new Set(['tcvn3']),
    })
  })

  it('joins a letter and its mark across runs of one font, and not across fonts', () => {
    expect(decodeLegacyRuns([run('Ñaûng bo', 'VNI-Times'), run('ä', 'VNI-Times')]).texts).toEqual(['Đảng bộ', ''])
    expect(decodeLegacyRuns([run('Ñaûng bo', 'VNI-Times'), run('ä', 'Arial')]).texts).toEqual(['Đảng bo', 'ä'])
  })

  it('says nothing where nothing changed', () => {
    expect(decodeLegacyRuns([run('So 12', '.VnTime')])).toEqual({ texts: ['So 12'], encodings: new Set() })
  })

  it('keeps words that are Unicode under the name of an old font', () => {
    const text = 'công tác tuyên giáo của tỉnh'
    expect(decodeLegacyRuns([run(text, '.VnTime')])).toEqual({ texts: [text], encodings: new Set() })
    expect(decodeLegacyRuns([run('tổng kết c«ng t¸c', '.VnTime')]).texts).toEqual(['tổng kết công tác'])
  })

  it('never changes runs of other fonts, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const runs = texts.map((text) => run(text, 'Times New Roman'))
        expect(decodeLegacyRuns(runs)).toEqual({ texts, encodings: new Set() })
      }),
    )
  })

  it('gives a text for every run, however a sentence was cut into runs', () => {
    const sentence = 'Ban chaáp haønh Ñaûng boä höôùng daãn toå chöùc hoäi nghò'
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: sentence.length }), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), sentence.length]
        const runs = places.slice(1).map((end, index) => run(sentence.slice(places[index], end), 'VNI-Times'))
        const { texts } = decodeLegacyRuns(runs)
        expect(texts).toHaveLength(runs.length)
        expect(texts.join('')).toBe('Ban chấp hành Đảng bộ hướng dẫn tổ chức hội nghị')
      }),
    )
  })
})
