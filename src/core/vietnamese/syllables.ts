/** What a Vietnamese syllable may be: tells letters that read as Vietnamese from letters of a wrong encoding. */
import parts from '../../../resources/vietnamese/syllables.json'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ENDS_IN_STOP = /(?:[cpt]|ch)$/
const TONES_OF_A_STOP = new Set(['\u0301', '\u0323'])

/** "nghiêng", decomposed, with room for a mark too many: an endless word is looked at no further. */
const LONGEST = 12

const WITHOUT_TONE: ReadonlySet<string> = new Set(
  ['', ...parts.initials].flatMap((initial) => parts.rhymes.map((rhyme) => initial + rhyme)),
)

/** Whether a word of letters could be a syllable of Vietnamese, in any case and in either placement of the tone mark. */
export function isSyllable(word: string): boolean {
  if (word.length > LONGEST) return false
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(TONES) ?? []
  if (tones.length > 1) return false
  const bare = decomposed.replace(TONES, '').normalize('NFC')
  if (!WITHOUT_TONE.has(bare)) return false
  return !ENDS_IN_STOP.test(bare) || tones.every((tone) => TONES_OF_A_STOP.has(tone))
}
