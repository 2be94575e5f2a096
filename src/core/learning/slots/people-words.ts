/** Words of resources/lexicon/people.json, parsed once. */
import { z } from 'zod'
import people from '../../../../resources/lexicon/people.json'
import { matchingKey } from '../../vietnamese/matching-key'
import { namePhrases } from './name-words'

const words = z.array(z.string().min(1)).min(1)
const PeopleSchema = z.strictObject({
  about: z.string(),
  familyNames: words,
  /** So frequent that two syllables after an office are a person and no place. */
  commonFamilyNames: words,
  /** Before a name, whatever its length. */
  leads: words,
  /** Words of kinship; capital letters only where a sentence begins. */
  kin: words,
  /** Degrees and military ranks before a name. */
  ranks: words,
  /** Before a name that begins with a known family name. */
  callings: words,
  titles: words,
  /** Titles only before the name of an office. */
  needOffice: words,
  /** Occupations after a name, in small letters. */
  jobs: words,
  /** Titles inside an office that the next part names: "Trưởng phòng …, Sở …". */
  innerTitles: words,
  /** Words in small letters that go on an office's name. */
  levels: words,
  /** After these a short run of capitals is a place. */
  places: words,
  /** Where a sentence goes on after a person. */
  verbs: words,
  /** Names of streets, schools and anniversaries. */
  honoured: words,
  /** First syllables of offices: a run of capitals that begins so is no person. */
  notPeople: words,
  notBeforeKin: words,
})

const PEOPLE = PeopleSchema.parse(people)
const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(matchingKey))

export const FAMILY_NAMES = keys(PEOPLE.familyNames)
export const COMMON_FAMILY_NAMES = keys(PEOPLE.commonFamilyNames)
export const NOT_PEOPLE = keys(PEOPLE.notPeople)
export const HONOURED = keys(PEOPLE.honoured)
/** Syllable by syllable: "thành" and "phố" go on a name one after the other. */
export const LEVELS = keys(PEOPLE.levels.flatMap((level) => level.split(' ')))
export const LEVEL_PHRASES = namePhrases(PEOPLE.levels)
export const PLACE_WORDS = keys(PEOPLE.places)
export const NOT_BEFORE_KIN = keys(PEOPLE.notBeforeKin)

export const LEADS = namePhrases(PEOPLE.leads)
export const KIN = namePhrases(PEOPLE.kin)
export const RANKS = namePhrases(PEOPLE.ranks)
export const CALLINGS = namePhrases(PEOPLE.callings)
export const TITLES = namePhrases(PEOPLE.titles)
export const NEED_OFFICE = namePhrases(PEOPLE.needOffice)
export const JOBS = namePhrases(PEOPLE.jobs)
export const INNER_TITLES = namePhrases(PEOPLE.innerTitles)
export const VERBS = namePhrases(PEOPLE.verbs)
