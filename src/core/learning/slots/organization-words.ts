/** Words of resources/lexicon/organizations.json, parsed once. */
import { z } from 'zod'
import organizations from '../../../../resources/lexicon/organizations.json'
import { matchingKey } from '../../vietnamese/matching-key'
import { namePhrases } from './name-words'

const words = z.array(z.string().min(1)).min(1)
const OrganizationsSchema = z.strictObject({
  about: z.string(),
  heads: words,
  /** They begin an organisation only before a name in mixed letters: "Báo Nhân dân", not "BÁO CÁO". */
  nameHeads: words,
  /** What begins like an organisation and is none. */
  notHeads: words,
  /** Small words that part a name from what stands before it, also in a line of capitals. */
  joinersBefore: words,
  /** After these stands who signs or files, not who is spoken of. */
  authorities: words,
  /** Small words that go on after a head. */
  small: words,
  /** What an organisation does, and periods: they end a name in capital letters. */
  reviewVerbs: words,
  placeHeads: words,
  /** Buildings in which one meets. */
  venues: words,
  /** Prepositions before the name of a place. */
  placeLeads: words,
  /** First syllables of capitals that are no place. */
  notPlaces: words,
})

const WORDS = OrganizationsSchema.parse(organizations)

export const ORGANIZATION_HEADS = namePhrases(WORDS.heads)
export const NAME_HEADS = namePhrases(WORDS.nameHeads)
export const NOT_HEADS = namePhrases(WORDS.notHeads)
export const JOINERS_BEFORE: ReadonlySet<string> = new Set(WORDS.joinersBefore.map(matchingKey))
export const AUTHORITIES: ReadonlySet<string> = new Set(WORDS.authorities.map(matchingKey))
export const SMALL_PARTS = namePhrases(WORDS.small)
export const REVIEW_VERBS = namePhrases(WORDS.reviewVerbs)
export const PLACE_HEADS = namePhrases(WORDS.placeHeads)
export const VENUES = namePhrases(WORDS.venues)
export const PLACE_LEADS = namePhrases(WORDS.placeLeads)
export const NOT_PLACES: ReadonlySet<string> = new Set(WORDS.notPlaces.map(matchingKey))
