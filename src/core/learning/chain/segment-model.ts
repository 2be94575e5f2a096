/** The trained weights of the segmenter's chains, read once from resources/lexicon/segment-weights.json. */
import { z } from 'zod'
import weights from '../../../../resources/lexicon/segment-weights.json'
import type { ReportKind } from '../../report/report'
import { FRAME_LABELS, BODY_ROLES, type BodyRole, type FrameLabel } from './chain-labels'
import type { ChainModel, WeightRow } from './chain-model'
import { FIELD_LABELS, type FieldLabel } from '../body/field-features'

const weight = z.number().int()
/** A label that is not named weighs nothing. */
const row = z.record(z.string(), weight)
const rows = z.record(z.string(), row)

const KindSchema = z.strictObject({
  /** Labels of the chain that this kind of report has; the others are barred. */
  labels: z.array(z.string()),
  /** From label → to label. */
  steps: rows,
  first: row,
  last: row,
  temperature: weight.min(1),
})

/** `rows`, `stays`: name → label → weight. A name with "news " or "formal " in front holds for that kind alone. */
const ChainSchema = z.strictObject({
  kinds: z.strictObject({ newsAccount: KindSchema, formalReport: KindSchema }),
  pointers: z.record(z.string(), weight),
  stays: rows,
  rows,
})
export type ChainWeights = z.infer<typeof ChainSchema>

const SegmentWeightsSchema = z.strictObject({
  about: z.string(),
  /** The documents the weights were trained on → first 16 digits of the SHA-256 of the file. */
  corpus: z.record(z.string(), z.string()),
  frame: ChainSchema,
  section: ChainSchema,
  field: ChainSchema,
  /** What a probability turned out to be worth: from `raw` per mille on, `percent` of the labels were right. */
  confidence: z.array(z.strictObject({ raw: weight, percent: weight })),
})
export type SegmentWeights = z.infer<typeof SegmentWeightsSchema>

export interface KindModel {
  readonly frame: ChainModel<FrameLabel>
  readonly section: ChainModel<BodyRole>
  readonly field: ChainModel<FieldLabel>
}

export interface SegmentModel {
  readonly kinds: Readonly<Record<ReportKind, KindModel>>
  readonly confidence: SegmentWeights['confidence']
}

/** Weights as a file holds them → the models of both kinds. Throws where the file is not of this shape. */
export function readSegmentModel(value: unknown): SegmentModel {
  const file = SegmentWeightsSchema.parse(value)
  const kindModel = (kind: ReportKind): KindModel => ({
    frame: chainFor(file.frame, kind, FRAME_LABELS),
    section: chainFor(file.section, kind, BODY_ROLES),
    field: chainFor(file.field, kind, FIELD_LABELS),
  })
  return {
    kinds: { newsAccount: kindModel('newsAccount'), formalReport: kindModel('formalReport') },
    confidence: file.confidence,
  }
}

export const KIND_PREFIX = { newsAccount: 'news ', formalReport: 'formal ' } as const satisfies Record<
  ReportKind,
  string
>

type Row = Readonly<Record<string, number>>

function chainFor<L extends string>(chain: ChainWeights, kind: ReportKind, known: readonly L[]): ChainModel<L> {
  const own = chain.kinds[kind]
  const labels = known.filter((label) => own.labels.includes(label))
  const pick = (row: Row | undefined): WeightRow => labels.map((label) => row?.[label] ?? 0)
  return {
    labels,
    rows: mergeRows(chain.rows, kind, pick),
    stays: mergeRows(chain.stays, kind, pick),
    pointers: mergePointers(chain.pointers, kind),
    steps: labels.map((label) => pick(own.steps[label])),
    first: pick(own.first),
    last: pick(own.last),
    temperature: own.temperature,
  }
}

function mergeRows(
  table: Readonly<Record<string, Row>>,
  kind: ReportKind,
  pick: (row: Row) => WeightRow,
): ReadonlyMap<string, WeightRow> {
  const merged = new Map<string, WeightRow>()
  for (const [key, row] of Object.entries(table)) {
    const name = nameFor(key, kind)
    if (name === undefined) continue
    const known = merged.get(name)
    const own = pick(row)
    merged.set(name, known ? own.map((value, at) => value + (known[at] ?? 0)) : own)
  }
  return merged
}

function mergePointers(table: Readonly<Record<string, number>>, kind: ReportKind): ReadonlyMap<string, number> {
  const merged = new Map<string, number>()
  for (const [key, value] of Object.entries(table)) {
    const name = nameFor(key, kind)
    if (name !== undefined) merged.set(name, value + (merged.get(name) ?? 0))
  }
  return merged
}

/** The feature a row speaks of, or `undefined` where it holds for the other kind only. */
function nameFor(key: string, kind: ReportKind): string | undefined {
  if (key.startsWith(KIND_PREFIX[kind])) return key.slice(KIND_PREFIX[kind].length)
  return Object.values(KIND_PREFIX).some((prefix) => key.startsWith(prefix)) ? undefined : key
}

let trained: SegmentModel | undefined

/** The program's own weights, read when they are first asked for. */
export function trainedModel(): SegmentModel {
  trained ??= readSegmentModel(weights)
  return trained
}
