/**
 * The lexicon of the learner: cues, headings, fields, stock phrases, shapes of lines, priors. All of it is data in
 * resources/lexicon; here it is parsed once, so that a slip in a row fails at the start and not in a label.
 */
import { z } from 'zod'
import captions from '../../../resources/lexicon/captions.json'
import clutter from '../../../resources/lexicon/clutter.json'
import featureWeights from '../../../resources/lexicon/feature-weights.json'
import fields from '../../../resources/lexicon/fields.json'
import headings from '../../../resources/lexicon/headings.json'
import markers from '../../../resources/lexicon/markers.json'
import names from '../../../resources/lexicon/names.json'
import officialLayout from '../../../resources/lexicon/official-layout.json'
import priors from '../../../resources/lexicon/priors.json'
import sectionCues from '../../../resources/lexicon/section-cues.json'
import shapes from '../../../resources/lexicon/shapes.json'
import slots from '../../../resources/lexicon/slots.json'
import templateParts from '../../../resources/lexicon/template-parts.json'
import { REPORT_KINDS } from '../report/report'
import { SectionRoleSchema, WorkFieldSchema } from '../section-labels'
import { SlotIdSchema, SlotTypeSchema } from '../slot'

const phrases = z.array(z.string().min(1)).min(1)
const weight = z.number().int()
const KindSchema = z.enum(REPORT_KINDS)
const about = z.string()

/** The features a paragraph may have beside its phrases; `feature-weights.json` says what they mean. */
const FEATURES = [
  'always',
  'dateAtStart',
  'agencyDateline',
  'firstOfBody',
  'farFromTop',
  'undatedSecond',
  'delegatesSubject',
  'personSpeaks',
  'personSubject',
  'organizationSubject',
  'periodAtStart',
  'nextPeriodAtStart',
  'contrastWithLack',
  'lackMarkers',
  'doneMarkers',
  'futureMarkers',
  'figures',
  'listOfPeople',
  'beforeHeadings',
] as const
export type Feature = (typeof FEATURES)[number]

const CuesSchema = z.strictObject({
  about,
  rows: z.array(
    z.strictObject({
      role: SectionRoleSchema,
      where: z.enum(['start', 'opening', 'anywhere']),
      weight,
      genre: KindSchema.optional(),
      phrases,
    }),
  ),
})

const FeatureWeightsSchema = z.strictObject({
  about,
  rows: z.array(
    z.strictObject({
      feature: z.enum(FEATURES),
      role: SectionRoleSchema,
      weight,
      max: weight.optional(),
      genre: KindSchema.optional(),
    }),
  ),
})

const HeadingsSchema = z.strictObject({
  about,
  rows: z.array(
    z.strictObject({
      role: SectionRoleSchema,
      whole: z.boolean().optional(),
      weak: z.boolean().optional(),
      phrases,
    }),
  ),
})

const FieldsSchema = z.strictObject({
  about,
  rows: z.array(z.strictObject({ field: WorkFieldSchema, weight, phrases })),
})

const ClutterSchema = z.strictObject({
  about,
  rows: z.array(
    z.strictObject({
      effect: z.enum(['closing', 'box', 'line']),
      match: z.enum(['whole', 'start', 'anywhere']),
      maxSyllables: z.number().int().optional(),
      phrases,
    }),
  ),
})

const CaptionsSchema = z.strictObject({
  about,
  maxSyllables: z.number().int(),
  threshold: weight,
  rows: z.array(z.strictObject({ where: z.enum(['start', 'end', 'anywhere']), weight, phrases })),
})

export const MARKER_LISTS = [
  'lack',
  'done',
  'future',
  'contrast',
  'lackProof',
  'continuation',
  'delegates',
  'speechVerbs',
  'personTitles',
  'organizations',
] as const
export type MarkerList = (typeof MARKER_LISTS)[number]
const MarkersSchema = z.strictObject({ about, ...markerShape() })

function markerShape(): Record<MarkerList, typeof phrases> {
  return {
    lack: phrases,
    done: phrases,
    future: phrases,
    contrast: phrases,
    lackProof: phrases,
    continuation: phrases,
    delegates: phrases,
    speechVerbs: phrases,
    personTitles: phrases,
    organizations: phrases,
  }
}

const ShapesSchema = z.strictObject({
  about,
  shapes: z.strictObject({
    dateLine: phrases,
    pageClock: phrases,
    timeOfDay: phrases,
    publicationWord: phrases,
    gluedTime: phrases,
    agencyDateline: phrases,
    dateOpening: phrases,
    bylineLead: phrases,
    pageNumber: phrases,
    ruleLine: phrases,
    breadcrumb: phrases,
    counter: phrases,
    contact: phrases,
    related: phrases,
    photoCredit: phrases,
    endMark: phrases,
    fileName: phrases,
    menu: phrases,
    fullDate: phrases,
  }),
})

const OfficialLayoutSchema = z.strictObject({
  about,
  genreMarks: phrases,
  genreTitles: phrases,
  head: phrases,
  organizationLine: phrases,
  title: phrases,
  addressee: phrases,
  subjectNote: phrases,
  tailStart: phrases,
  tailLine: phrases,
  appendix: phrases,
  tableCaption: phrases,
  /** The line that says which layout a document follows. */
  layoutNames: z.strictObject({ party: z.string().min(1), state: z.string().min(1) }),
})

const GenrePriorSchema = z.strictObject({
  /** Per mille of studied documents. */
  presence: z.partialRecord(SectionRoleSchema, z.number().int().min(0).max(1000)),
  order: z.array(SectionRoleSchema),
})

const PriorsSchema = z.strictObject({
  about,
  strength: weight,
  genres: z.strictObject({ newsAccount: GenrePriorSchema, formalReport: GenrePriorSchema }),
})

const NamesSchema = z.strictObject({
  about,
  /** Many of these in one paragraph: it lists who was there. */
  peopleWords: phrases,
})

const SlotWordsSchema = z.strictObject({
  about,
  documentTypes: phrases,
  nextTriggers: phrases,
  periodTriggers: phrases,
  historyTriggers: phrases,
  /** What may stand before a period that opens a paragraph. */
  periodOpeners: phrases,
  /** What is looked back on, before the number of months in which it was done. */
  reviewed: phrases,
  /** Before a month or a span of years that tells when something else was. */
  asideWords: phrases,
  /** Before a number of months that is a mere length. */
  lengthWords: phrases,
})

const perMille = z.number().int().min(0).max(1000)
const TemplatePartsSchema = z.strictObject({
  about,
  entities: z.array(
    z.strictObject({
      id: SlotIdSchema,
      type: SlotTypeSchema,
      label: z.string().min(1),
      /** Where mentions stand for this entity; absent = anywhere. */
      sections: z.array(SectionRoleSchema).optional(),
    }),
  ),
  /** An entity is kept when at least this share of the samples mentions it. */
  entityShare: z.strictObject({ count: weight, of: weight }),
  reviewWords: phrases,
  topics: phrases,
  titles: z.strictObject({ newsAccount: z.string(), formalReport: z.string() }),
  documentType: z.string(),
  requiredFrom: perMille,
  suggestedFrom: perMille,
  unknownPresence: perMille,
})

export const LEXICON = {
  cues: CuesSchema.parse(sectionCues).rows,
  featureWeights: FeatureWeightsSchema.parse(featureWeights).rows,
  headings: HeadingsSchema.parse(headings).rows,
  fields: FieldsSchema.parse(fields).rows,
  clutter: ClutterSchema.parse(clutter).rows,
  captions: CaptionsSchema.parse(captions),
  markers: MarkersSchema.parse(markers),
  shapes: ShapesSchema.parse(shapes).shapes,
  officialLayout: OfficialLayoutSchema.parse(officialLayout),
  priors: PriorsSchema.parse(priors),
  names: NamesSchema.parse(names),
  slots: SlotWordsSchema.parse(slots),
  templateParts: TemplatePartsSchema.parse(templateParts),
} as const

export type EntityRow = (typeof LEXICON.templateParts.entities)[number]
export type CueRow = (typeof LEXICON.cues)[number]
export type FieldRow = (typeof LEXICON.fields)[number]
export type HeadingRow = (typeof LEXICON.headings)[number]
export type ClutterRow = (typeof LEXICON.clutter)[number]
export type CaptionRow = (typeof LEXICON.captions.rows)[number]
