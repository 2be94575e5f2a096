/** Organisations and places, put together from capitalised syllables and words of the lexicon. */
import { matchingKey } from '../vietnamese/matching-key'
import type { SlotSpan } from './slot-span'
import { LEXICON } from './lexicon'
import { wordPattern } from './word-pattern'

const { names } = LEXICON
const SYLLABLE = String.raw`\p{Lu}[\p{L}\p{M}]*`
const FAMILY = names.familyNames.map((name) => name.normalize('NFC')).join('|')
/** A known family name with its given names, at the end of a run of words. */
const FAMILY_NAME = new RegExp(String.raw`(?:${FAMILY})(?:\s+${SYLLABLE}){1,3}$`, 'u')
const HEADS = wordPattern(names.organizationHeads)
const PARTS = wordPattern(names.organizationParts)
const CAPITALS = String.raw`\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*){0,3}`
const ORGANIZATION = new RegExp(String.raw`${HEADS}(?:\s+\d{1,2}(?!\d)|\s+(?:${PARTS})|\s+(?-i:${CAPITALS}))*`, 'giu')
const PLACE = new RegExp(
  String.raw`${wordPattern(names.placeHeads)}\s+(?-i:${CAPITALS})(?:,\s+${wordPattern(names.placeHeads)}\s+(?-i:${CAPITALS}))*`,
  'giu',
)

/** `people` found in the same text: "Ban Tuyên giáo … Đào Khánh Hà" ends before the name. */
export function findOrganizations(text: string, people: readonly SlotSpan[]): readonly SlotSpan[] {
  return [...text.matchAll(ORGANIZATION)]
    .filter((match) => /^\p{Lu}/u.test(match[0]) || match[0].includes(' số '))
    .map((match) => {
      const end = match.index + match[0].length
      const name = people.some((person) => person.end === end) ? FAMILY_NAME.exec(match[0]) : null
      return {
        type: 'organization',
        start: match.index,
        end: name ? match.index + match[0].slice(0, name.index).trimEnd().length : end,
      }
    })
}

export function findPlaces(text: string): readonly SlotSpan[] {
  return [...text.matchAll(PLACE)]
    .filter((match) => !matchingKey(match[0]).endsWith('uỷ'))
    .map((match) => ({ type: 'place', start: match.index, end: match.index + match[0].length }))
}
