/** Documents → the three chains of the segmenter. */
import { KIND_PREFIX, trainChain } from './train-chain.mjs'

const KIND = { news: 'newsAccount', formal: 'formalReport' }

const FRAME_LABELS_OF = {
  newsAccount: ['body', 'headline', 'publishedAt', 'byline', 'photoCaption', 'clutter'],
  formalReport: ['body', 'headline', 'publishedAt', 'byline', 'photoCaption', 'officialLayout', 'appendix', 'clutter'],
}
/** Words are common to both kinds; everything else has a weight for both and one for its kind. */
const isWord = (name) => /^(?:opens|closes|has|title|under):/.test(name)

export const SETTINGS = {
  frame: { penalty: 0.3, pointerPenalty: 0.05, wordPenalty: 1, minWordDocuments: 2, iterations: 70, keep: 10 },
  section: { penalty: 0.3, pointerPenalty: 0.05, wordPenalty: 1, minWordDocuments: 3, iterations: 70, keep: 10 },
  field: { penalty: 0.3, pointerPenalty: 0.05, wordPenalty: 1, minWordDocuments: 3, iterations: 70, keep: 12 },
}

/** For each document its sequences for the three chains; `learning` holds the core's functions, see build-learning.mjs. */
export async function sequencesOf(documents, learning) {
  const all = []
  for (const document of documents) {
    const read = await learning.readSample(document.bytes, document.file)
    if (!read.ok) throw new Error(`${document.name}: ${read.error.code}`)
    if (read.value.paragraphs.length !== document.gold.paragraphs.length) {
      throw new Error(
        `${document.name}: ${read.value.paragraphs.length} paragraphs, gold has ${document.gold.paragraphs.length}`,
      )
    }
    all.push(sequencesOfDocument(document, read.value, learning))
  }
  return all
}

function sequencesOfDocument(document, sample, learning) {
  const kind = KIND[document.gold.genre]
  const golds = document.gold.paragraphs.map((paragraph) => readCode(paragraph.section, learning))
  return variantsOf(document.gold.paragraphs, golds, learning).map(({ kept, weight }) => {
    const shortened = { ...sample, paragraphs: kept.map((at, index) => ({ ...sample.paragraphs[at], index })) }
    const labels = kept.map((at) => golds[at])
    return sequencesOfSample(shortened, labels, { kind, source: document.source, weight }, learning)
  })
}

/**
 * The whole document, and documents made from it by leaving paragraphs out: what is learned must not hang on how long
 * documents of the corpus are, on the page round them or on their headings.
 */
function variantsOf(paragraphs, golds, learning) {
  const all = paragraphs.map((_, at) => at)
  const isBody = (at) => learning.isBodyRole(golds[at].role)
  const keeping = (test) => all.filter(test)
  const opensRun = (at) => !isBody(at) || golds[at - 1]?.role !== golds[at].role
  const bodyPlace = new Map(keeping(isBody).map((at, place) => [at, place]))
  const variants = [
    keeping(opensRun),
    keeping((at) => !isBody(at) || bodyPlace.get(at) % 2 === 0),
    keeping((at) => paragraphs[at].role !== 'heading'),
    keeping((at) => isBody(at) || golds[at].role === 'headline' || golds[at].role === 'photoCaption'),
  ]
  return [
    { kept: all, weight: 1 },
    ...variants
      .filter((kept) => kept.length < all.length && kept.some(isBody))
      .map((kept) => ({ kept, weight: VARIANT_WEIGHT })),
  ]
}

const VARIANT_WEIGHT = 0.4

function sequencesOfSample(sample, golds, { kind, source, weight }, learning) {
  const view = learning.viewSample(sample, kind)
  const frameLabels = golds.map(({ role }) => learning.frameLabelOf(role))
  const frame = {
    kind,
    source,
    weight,
    links: learning.frameFeatures(view).map((features, at) => ({ features, stays: [], gold: frameLabels[at] })),
  }
  const fixed = new Map()
  const body = []
  for (const [at, label] of frameLabels.entries()) {
    if (label === 'body') body.push(at)
    else fixed.set(at, { section: golds[at].role, reason: { code: 'gold' } })
  }
  const bodyView = learning.viewBody(view, { fixed, body })
  const section = {
    kind,
    source,
    weight,
    links: body.map((index, at) => ({
      features: bodyView.features[at].features,
      stays: bodyView.features[at].stays,
      gold: golds[index].role,
    })),
  }
  const isOpen = (index, at) => {
    const seen = bodyView.features[at]
    const isUnder = seen.heading?.section === 'results'
    return (
      golds[index].role === 'results' &&
      !seen.isHeading &&
      !(isUnder && (seen.heading.field !== undefined || seen.heading.customName !== undefined))
    )
  }
  const open = bodyView.body.filter((paragraph, at) => isOpen(paragraph.index, at))
  const field = {
    kind,
    source,
    weight,
    links: learning
      .viewFields(bodyView, open)
      .map((seen, at) => ({ ...seen, gold: golds[open[at].index].field ?? 'none' })),
  }
  return { frame, section, field }
}

function readCode(code, { SECTION_LABELS, WORK_FIELDS }) {
  const [top, field] = code.split('/')
  const find = (table, wanted) => Object.keys(table).find((key) => table[key].code === wanted)
  const role = find(SECTION_LABELS, top)
  if (role === undefined) throw new Error(`no label ${code}`)
  return { role, field: field === undefined ? undefined : find(WORK_FIELDS, field) }
}

/** Three chains from the sequences of documents. */
export function trainChains(documents, learning, settings = SETTINGS, only = Object.keys(SETTINGS)) {
  const of = (name) => documents.flatMap((variants) => variants.map((variant) => variant[name]))
  const common = (name) => {
    const own = settings[name]
    return {
      minDocuments: (feature) => (isWord(feature.replace(/^(?:news|formal) /, '')) ? own.minWordDocuments : 1),
      penalty: (feature) => (isWord(feature.replace(/^(?:news|formal) /, '')) ? own.wordPenalty : own.penalty),
      pointerPenalty: own.pointerPenalty,
      iterations: own.iterations,
      keep: own.keep,
    }
  }
  const byKind = (name, kind) => [KIND_PREFIX[kind] + name]
  const both = (name, kind) => (isWord(name) ? [name] : [name, KIND_PREFIX[kind] + name])
  const chains = {
    frame: () =>
      trainChain(of('frame'), {
        ...common('frame'),
        labels: learning.FRAME_LABELS,
        labelsOf: (kind) => FRAME_LABELS_OF[kind],
        namesOf: byKind,
      }),
    section: () =>
      trainChain(of('section'), {
        ...common('section'),
        labels: learning.BODY_ROLES,
        labelsOf: (kind) => learning.BODY_ROLES.filter((role) => kind === 'newsAccount' || role !== 'lead'),
        namesOf: both,
      }),
    field: () =>
      trainChain(of('field'), {
        ...common('field'),
        labels: learning.FIELD_LABELS,
        labelsOf: () => learning.FIELD_LABELS,
        namesOf: (name) => [name],
      }),
  }
  return Object.fromEntries(only.map((name) => [name, chains[name]()]))
}
