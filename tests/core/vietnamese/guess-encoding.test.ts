import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guessEncoding, vietnameseShare } from '../../../src/core/vietnamese/guess-encoding'
import { isSyllable } from '../../../src/core/vietnamese/syllables'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'samples', 'tuned')
const texts = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.txt'))
  .map((name): [string, string] => [name, readFileSync(join(FIXTURES, name), 'utf8').normalize('NFC')])

const TCVN3 = 'Ban ChÊp hµnh §¶ng bé tØnh b¸o c¸o s¬ kÕt c«ng t¸c tuyªn gi¸o quý I, nhiÖm vô träng t©m quý II n¨m 2004'
const VNI =
  'Ban Chaáp haønh Ñaûng boä tænh baùo caùo sô keát coâng taùc tuyeân giaùo quyù I, nhieäm vuï troïng taâm quyù II'

describe('telling an old encoding without fonts', () => {
  it.each([
    ['tcvn3', TCVN3],
    ['vni', VNI],
  ])('is sure of a sentence of %s', (encoding, text) => {
    const guess = guessEncoding(text)
    expect(guess?.encoding).toBe(encoding)
    expect(guess?.confidence).toBeGreaterThan(0.8)
  })

  it.each(texts)('is never taken in by Unicode: %s', (_name, text) => {
    expect(guessEncoding(text)?.confidence ?? 0).toBe(0)
    expect(vietnameseShare(text)).toBeGreaterThan(0.95)
  })

  it.each([
    ['a few words of Unicode that Latin-1 also has', 'công tác, tôn giáo, hà nam, bình an'],
    ['French', 'L’été dernier, la société a préféré créer une école à côté du théâtre'],
    ['German', 'Größere Änderungen für Süddeutschland müssen öffentlich erörtert werden'],
    ['signs', '© 2004 ® « abc » § 5 ° ± ¶'],
  ])('is not sure of %s', (_what, text) => {
    expect(guessEncoding(text)?.confidence ?? 0).toBeLessThan(0.5)
  })

  it('is not sure of two words', () => {
    expect(guessEncoding('c«ng t¸c')?.confidence).toBe(0.5)
  })

  it('has no opinion about a text without marks', () => {
    expect(guessEncoding('Ban Tuyen giao 2026')).toBeUndefined()
  })
})

describe('a syllable of Vietnamese', () => {
  it.each('nghiêng quyết giữa gì oà khuỷu huýt Tuyên THUỶ thủy hòa uỷ xoong ấy y quốc ương'.split(' '))(
    'may be %s',
    (word) => {
      expect(isSyllable(word)).toBe(true)
    },
  )

  it.each('côngt tỏc hét̃ școala mixed été brz bàn̉ héi'.split(' '))('is never %s', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})
