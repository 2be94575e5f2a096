/** The paragraphs of the body with their decoded sections, fields of work, second readings and reasons. */
import type { WorkField } from '../../section-labels'
import type { Analysis } from '../words/analyse-paragraph'
import { chainChanges, withUserCues } from '../corrections/apply-corrections'
import { BODY_ROLES, isBodyRole, type BodyRole } from '../chain/chain-labels'
import { decodeChain, type ChainChoice } from '../chain/chain-model'
import type { CorrectedLabel } from '../corrections/correction'
import type { CorrectionModel } from '../corrections/correction-model'
import { explainLabel } from './explain-label'
import type { FieldLabel } from './field-features'
import { weighFields } from './find-fields'
import { paragraphRole } from './paragraph-role'
import type { SegmentedParagraph } from '../sample-document'
import type { BodyFeatures } from './section-features'
import type { KindModel } from '../chain/segment-model'
import { titlePlace } from './title-place'
import { viewFields, type BodyView } from '../view-sample'
import { vocabularyOf } from '../chain/word-names'

/** Paragraph index → the labelled paragraph, its confidence being that of the section alone. */
export function labelBody(
  view: BodyView,
  model: KindModel,
  corrections: CorrectionModel,
  settled: ReadonlyMap<number, CorrectedLabel>,
): ReadonlyMap<number, SegmentedParagraph> {
  const choices = decodeChain(
    model.section,
    view.body.map((paragraph, at) => ({
      features: withUserCues(view.features[at]?.features ?? [], paragraph, corrections),
      stays: view.features[at]?.stays ?? [],
      ...forcedRole(settled.get(paragraph.index), model),
    })),
    chainChanges<BodyRole>(corrections),
  )
  const fields = decodeFields(view, choices, model)
  return new Map(
    view.body.flatMap((paragraph, at) => {
      const [seen, choice] = [view.features[at], choices[at]]
      if (!seen || !choice) return []
      const field = fields.get(paragraph.index)
      return [[paragraph.index, labelled(paragraph, { seen, choice, field }, view, model)] as const]
    }),
  )
}

function forcedRole(known: CorrectedLabel | undefined, model: KindModel): { readonly forced?: BodyRole } {
  return known && isBodyRole(known.section) && model.section.labels.includes(known.section)
    ? { forced: known.section }
    : {}
}

/** The heading's field holds for its whole section; a heading of the office's own has none; else the words decide. */
function decodeFields(
  view: BodyView,
  choices: readonly ChainChoice<BodyRole>[],
  model: KindModel,
): ReadonlyMap<number, WorkField> {
  const fields = new Map<number, WorkField>()
  const open: Analysis[] = []
  for (const [at, paragraph] of view.body.entries()) {
    if (choices[at]?.label !== 'results') continue
    const seen = view.features[at]
    const above = seen?.heading?.section === 'results' ? seen.heading : undefined
    if (above?.field) fields.set(paragraph.index, above.field)
    else if (seen && !seen.isHeading && above?.customName === undefined) open.push(paragraph)
  }
  const decoded = decodeChain<FieldLabel>(model.field, viewFields(view, open, vocabularyOf(model.field)))
  for (const [at, paragraph] of open.entries()) {
    const label = decoded[at]?.label ?? 'none'
    if (label !== 'none') fields.set(paragraph.index, label)
  }
  return fields
}

interface Found {
  readonly seen: BodyFeatures
  readonly choice: ChainChoice<BodyRole>
  readonly field: WorkField | undefined
}

function labelled(paragraph: Analysis, found: Found, view: BodyView, model: KindModel): SegmentedParagraph {
  const { seen, choice, field } = found
  const own = view.outline.headings.get(paragraph.index)
  const isUnderHeading = seen.heading?.section === choice.label
  // Under a heading that names no known section the name holds whatever label the words come nearest to.
  const isNamed = isUnderHeading || seen.isHeading || seen.heading?.section === undefined
  const customName = isNamed ? seen.heading?.customName : undefined
  return {
    index: paragraph.index,
    text: paragraph.text,
    section: choice.label,
    ...(field ? { field } : {}),
    ...(customName === undefined ? {} : { customName }),
    role: paragraphRole(paragraph, own),
    ...(own ? { title: titlePlace(paragraph, own) } : {}),
    also: alsoOf(paragraph, found, model),
    reasons: explainLabel(seen, choice.label, model.section),
    confidence: choice.probabilities[model.section.labels.indexOf(choice.label)] ?? 0,
  }
}

/** A section this probable could be read here as well; so could one whose own phrases weigh this much. */
const SECOND_READING = 0.2
const SECOND_WEIGHT = 45
/** A phrase of this weight names its field by itself. */
const NAMING = 3
const MOST_FIELDS = 5

function alsoOf(paragraph: Analysis, found: Found, model: KindModel): SegmentedParagraph['also'] {
  const { seen, choice, field } = found
  const sections = BODY_ROLES.filter((role) => {
    if (role === choice.label) return false
    const score = seen.scores.get(role)
    const isWeighty = score !== undefined && score.cueWeight >= SECOND_WEIGHT && score.weight >= SECOND_WEIGHT
    return isWeighty || (choice.probabilities[model.section.labels.indexOf(role)] ?? 0) >= SECOND_READING
  }).map((section) => ({ section }))
  const fields =
    choice.label === 'results'
      ? weighFields(paragraph)
          .filter((entry) => entry.field !== field && entry.weight >= NAMING)
          .slice(0, MOST_FIELDS)
          .map((entry) => ({ section: 'results' as const, field: entry.field }))
      : []
  return [...sections, ...fields]
}
