/** A labelled sample → what a template keeps of it, and beside it the sentences that only this learning sees. */
import { FORMAL_LAYOUTS } from '../../report/report'
import { matchingKey } from '../../vietnamese/matching-key'
import { MAX_LINE_LENGTH } from '../../slot'
import { MOST_IN_DIGEST, type SampleDigest, type SectionDigest } from '../../template/sample-digest'
import { eventOf } from './event-of'
import { layoutNamedIn } from '../frame/layout-named-in'
import { cuesOf } from './section-cues'
import { LEXICON } from '../lexicon'
import { lineMarkerOf } from '../words/line-marker'
import { entityOf, piecesOf } from './mask-slots'
import type { SegmentedParagraph, SegmentedSample } from '../sample-document'
import { bodyStart, figuresOf, openerOf, sentencesOf } from './section-phrases'
import { sectionTree, type SectionNode } from './section-tree'
import { sentenceCaseOf } from './sentence-case'
import { sketchOf } from './text-sketch'
import { tokenize } from '../words/tokens'

export interface DigestedSample {
  readonly digest: SampleDigest
  /** Sentences as patterns, by the hashes the digest keeps. */
  readonly sentences: ReadonlyMap<string, string>
}

export function digestSample(sample: SegmentedSample): DigestedSample {
  const tree = sectionTree(sample)
  const context: Context = { sample, sentenceCase: sentenceCaseOf(sample.paragraphs.map(({ text }) => text)) }
  const event = eventOf(sample)
  return {
    digest: {
      ...(sample.period ? { period: sample.period } : {}),
      layouts: layoutsOf(sample),
      hasParts: sample.paragraphs.some(
        (paragraph) => paragraph.role === 'heading' && lineMarkerOf(paragraph)?.style === 'part',
      ),
      titleWords: titleWords(sample),
      ...sketches(sample),
      ...(event === undefined ? {} : { event }),
      mentions: mentionsOf(sample.paragraphs, sample),
      sections: atMost(tree).map((node) => digestSection(node, context)),
    },
    sentences: new Map(tree.flatMap((node) => allNodes(node)).flatMap((node) => [...sentencesOf(node.body, sample)])),
  }
}

const allNodes = (node: SectionNode): readonly SectionNode[] => [node, ...node.inner.flatMap(allNodes)]

interface Context {
  readonly sample: SegmentedSample
  readonly sentenceCase: (title: string) => string
}

function digestSection(node: SectionNode, context: Context): SectionDigest {
  const { sample } = context
  const nodes = allNodes(node)
  const text = nodes.flatMap(({ body }) => body).filter(({ role }) => role !== 'table_row' && role !== 'table_caption')
  const heading = context.sentenceCase(headingPattern(node, sample))
  return {
    role: node.role,
    ...(node.field ? { field: node.field } : {}),
    isNamed: node.isNamed && heading !== '',
    isPart: node.isPart,
    ...(heading === '' ? {} : { heading }),
    paragraphs: text.length,
    syllables: text.reduce((sum, paragraph) => sum + syllableCount(paragraph), 0),
    cues: few(text.flatMap((paragraph) => cuesOf(paragraph, node.role))),
    openers: few(node.body.flatMap((paragraph) => openerOf(paragraph, sample) ?? [])),
    sentences: few([...sentencesOf(node.body, sample).keys()]),
    figures: figuresOf(node.body, sample).slice(0, MOST_IN_DIGEST),
    mentions: mentionsOf(
      nodes.flatMap(({ titles, body }) => [...titles, ...body]),
      sample,
    ),
    sections: atMost(node.inner).map((inner) => digestSection(inner, context)),
  }
}

/** Each once, and no more than a digest holds: what is usual in a section shows long before. */
const few = (phrases: readonly string[]): readonly string[] => [...new Set(phrases)].slice(0, MOST_IN_DIGEST)

/** A level of more headings than any report has is no outline; what is beyond belongs to its last section. */
function atMost(nodes: readonly SectionNode[]): readonly SectionNode[] {
  const last = nodes[MOST_IN_DIGEST - 1]
  if (!last || nodes.length <= MOST_IN_DIGEST) return nodes
  const beyond = nodes.slice(MOST_IN_DIGEST).flatMap(allNodes)
  const body = [...last.body, ...beyond.flatMap((node) => [...node.titles, ...node.body])]
  return [...nodes.slice(0, MOST_IN_DIGEST - 1), { ...last, body }]
}

const syllableCount = (paragraph: SegmentedParagraph): number =>
  paragraph.text
    .slice(bodyStart(paragraph))
    .split(/\s+/)
    .filter((word) => word !== '').length

/** Periods as slots; a year that no slot holds is left out, for next year's report must not print it. */
function headingPattern(node: SectionNode, sample: SegmentedSample): string {
  if (node.titles.length === 0) return (node.name ?? '').slice(0, MAX_LINE_LENGTH).trim()
  return node.titles
    .map((title) =>
      piecesOf(title, sample, title.title?.start ?? lineMarkerOf(title)?.length ?? 0, title.title?.end)
        .map((piece) => (piece.kind === 'text' ? withoutYears(piece.text) : piece.text))
        .join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_LINE_LENGTH)
    .replace(/[.:;\s]+$/u, '')
    .trim()
}

const withoutYears = (text: string): string =>
  text.replace(/\s*(?:\(?(?<!\d)(?:19|20)\d{2}(?!\d)\)?(?:\s*[-–]\s*(?:19|20)\d{2}(?!\d)\)?)?)/gu, '')

/** Ids of the entities some paragraphs mention, in the order of the lexicon. */
function mentionsOf(paragraphs: readonly SegmentedParagraph[], sample: SegmentedSample): readonly string[] {
  const sections = new Map(paragraphs.map((paragraph) => [paragraph.index, paragraph.section]))
  const mentioned = new Set(
    sample.slots.flatMap((slot) => {
      const section = sections.get(slot.paragraph)
      return section === undefined ? [] : (entityOf(slot, section)?.id ?? [])
    }),
  )
  return LEXICON.templateParts.entities.map(({ id }) => id).filter((id) => mentioned.has(id))
}

/** In small letters it is a sentence that speaks of the Party or the State. */
function layoutsOf(sample: SegmentedSample): SampleDigest['layouts'] {
  const capitals = sample.paragraphs
    .flatMap(({ text }) => text.split(/\t|\s{2,}/))
    .filter((part) => !/\p{Ll}/u.test(part))
  return FORMAL_LAYOUTS.filter((layout) => capitals.some((part) => layoutNamedIn(part) === layout))
}

function titleWords(sample: SegmentedSample): readonly string[] {
  const head = matchingKey(
    sample.paragraphs
      .filter(({ section }) => section === 'headline' || section === 'lead')
      .map(({ text }) => text)
      .join(' '),
  )
  const { reviewWords, topics } = LEXICON.templateParts
  return [...reviewWords, ...topics].filter((word) => head.includes(matchingKey(word)))
}

const RUN = 5

/** Clutter is the site's, not the text's. */
function sketches(sample: SegmentedSample): Pick<SampleDigest, 'wording' | 'figures'> {
  const words = sample.paragraphs
    .filter(({ section }) => section !== 'clutter')
    .flatMap(({ text }) => tokenize(text).map(({ key }) => key))
  const isNumber = (word: string | undefined): boolean => word !== undefined && /\d/.test(word)
  const plain = words.map((word) => (isNumber(word) ? '0' : word))
  return {
    wording: sketchOf(
      Array.from({ length: Math.max(0, plain.length - RUN + 1) }, (_, at) => plain.slice(at, at + RUN).join(' ')),
    ),
    figures: sketchOf(
      words.flatMap((word, at) => (isNumber(word) ? [words.slice(Math.max(0, at - 1), at + 2).join(' ')] : [])),
    ),
  }
}
