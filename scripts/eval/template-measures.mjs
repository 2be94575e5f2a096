/**
 * How well templates are learned, over groups of samples: `node scripts/eval/template-measures.mjs [--groups]`, or
 * `printTemplateMeasures(learning, places)` from another script. Truth is the gold labels: which sections all samples of
 * a group have, and which of two stands first in most of them. The series are of one source each, as an officer's
 * samples are. Groups of the corpus are made by genre, since each of its documents is of another office: the hardest
 * case, and one the segmenter was trained on. Headings of other fields are judged by the lines of the text themselves.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildLearning } from '../build-learning.mjs'
import { parseMarked } from '../../tests/corpora/segmentation/marked.mjs'

const GROUP_SIZES = [3, 4, 5, 6]
/** Labels that are no section of a template. */
const NO_SECTION = new Set(['tieu_de', 'ngay_dang', 'byline', 'the_thuc', 'clutter', 'phu_luc', 'anh_chu_thich'])

/** `learning` is what `buildLearning` gives; prints one line a set, and one a group where `showsGroups`. */
export async function printTemplateMeasures(learning, { projectFolder, sharedFolder, showsGroups = false }) {
  console.log('\n== templates: sections present in all samples · Kendall τ · wrongly required')
  const folders = [
    { name: 'shared samples', samples: join(sharedFolder, 'samples'), gold: join(sharedFolder, 'samples', 'gold') },
    ...['tuned', 'held-back'].map((name) => {
      const folder = join(projectFolder, 'tests', 'fixtures', 'samples', name)
      return { name: `fixtures ${name}`, samples: folder, gold: folder }
    }),
  ]
  for (const { name, samples, gold } of folders) {
    if (!existsSync(gold)) console.log(`${name}: not here, ran without it`)
    else
      for (const [kind, documents] of byKind(await goldDocuments(learning, samples, gold))) {
        report(`${name}, ${kind}`, [documents], learning, showsGroups)
      }
  }
  const corpora = join(projectFolder, 'tests', 'corpora', 'segmentation')
  for (const [kind, documents] of byKind(await markedDocuments(learning, join(corpora, 'series')))) {
    report(`series of one source, ${kind}`, bySource(documents), learning, showsGroups)
  }
  for (const [kind, documents] of byKind(await markedDocuments(learning, join(corpora, 'train')))) {
    report(`corpus of many offices, ${kind}`, groupsOf(documents), learning, showsGroups)
  }
  await reportOtherFields(learning, join(projectFolder, 'tests', 'fixtures', 'samples', 'other-fields'))
}

async function goldDocuments(learning, samples, gold) {
  const documents = []
  for (const file of readdirSync(gold)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()) {
    const name = file.replace(/\.gold\.json$/, '')
    const sample = readdirSync(samples).find(
      (entry) => /\.(txt|html?)$/.test(entry) && entry.replace(/\.[^.]+$/, '') === name,
    )
    documents.push({
      gold: JSON.parse(readFileSync(join(gold, file), 'utf8')),
      sample: await segment(learning, readFileSync(join(samples, sample)), sample),
    })
  }
  return documents
}

async function markedDocuments(learning, folder) {
  const documents = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.marked.txt'))
    .sort()) {
    const { text, gold, headings, source } = parseMarked(readFileSync(join(folder, file), 'utf8'), file)
    const name = file.replace('.marked', '')
    documents.push({ gold, headings, source, sample: await segment(learning, new TextEncoder().encode(text), name) })
  }
  return documents
}

async function segment({ readSample, segmentSample }, bytes, name) {
  const read = await readSample(bytes, name)
  if (!read.ok) throw new Error(`${name}: ${read.error.code}`)
  return segmentSample(read.value, createHash('sha256').update(bytes).digest('hex'))
}

function byKind(documents) {
  const kinds = new Map()
  for (const document of documents) {
    const { gold, headings } = document
    const kind = gold.genre === 'news' ? 'news' : headings === 'no' ? 'formal without headings' : 'formal'
    kinds.set(kind, [...(kinds.get(kind) ?? []), document])
  }
  return kinds
}

function bySource(documents) {
  const sources = new Map()
  for (const document of documents) sources.set(document.source, [...(sources.get(document.source) ?? []), document])
  return [...sources.values()]
}

/** Neighbours in the order of their names, in groups of three to six. */
function groupsOf(documents) {
  const groups = []
  for (let at = 0; at < documents.length;) {
    const size = GROUP_SIZES[groups.length % GROUP_SIZES.length]
    groups.push(documents.slice(at, at + size))
    at += size
  }
  return groups.filter((group) => group.length >= GROUP_SIZES[0])
}

const NOTHING = { inAll: 0, found: 0, agreeing: 0, pairs: 0, required: 0, wrong: 0 }

function report(name, groups, learning, showsGroups) {
  const total = { ...NOTHING, groups: 0, missing: [] }
  const left = { ...NOTHING }
  const byHand = { ...NOTHING }
  for (const group of groups) {
    const measured = measure(group, group, learning)
    total.groups += 1
    add(total, measured)
    add(
      byHand,
      measure(
        group.map((document) => labelledByHand(document, learning)),
        group,
        learning,
      ),
    )
    total.missing.push(...measured.missing)
    if (showsGroups)
      console.log(
        `   ${group.map(({ sample }) => sample.name).join(', ')}: ${line(measured)} ${measured.against.join('; ')}`,
      )
    for (const document of group.length > 2 ? group : []) {
      add(
        left,
        measure(
          group.filter((other) => other !== document),
          [document],
          learning,
        ),
      )
    }
  }
  console.log(
    `${name} (${total.groups} groups): ${line(total)}${total.missing.length ? ` · not found: ${total.missing.join(', ')}` : ''}`,
  )
  if (left.pairs > 0) console.log(`   a sample left out: ${line(left)}`)
  console.log(`   from labels made by hand: ${line(byHand)}`)
}

/** The sample as it stands when an officer has corrected every label: what is left is the learner's own fault. */
function labelledByHand({ gold, sample, ...rest }, { SECTION_LABELS, WORK_FIELDS }) {
  const keyOf = (table, code) => Object.keys(table).find((key) => table[key].code === code)
  const paragraphs = sample.paragraphs.map(({ field: _, ...paragraph }) => {
    const [section, field] = (gold.paragraphs[paragraph.index]?.section ?? 'clutter').split('/')
    return {
      ...paragraph,
      section: keyOf(SECTION_LABELS, section),
      ...(field ? { field: keyOf(WORK_FIELDS, field) } : {}),
    }
  })
  return { gold, ...rest, sample: { ...sample, paragraphs } }
}

function add(sum, part) {
  for (const key of Object.keys(NOTHING)) sum[key] += part[key]
}

const line = ({ inAll, found, agreeing, pairs, required, wrong }) =>
  `found ${found}/${inAll} = ${ratio(found, inAll)} · τ ${ratio(2 * agreeing - pairs, pairs)} (${pairs} pairs) · wrongly required ${wrong} of ${required}`

const ratio = (part, whole) => (whole === 0 ? '–' : (part / whole).toFixed(3))

/** The template learned from `learned` against the gold labels of `judged`. */
function measure(learned, judged, { learnTemplate, SECTION_LABELS }) {
  const result = learnTemplate(
    learned.map(({ sample }) => sample),
    { id: 'measured', name: 'measured', kind: kindOf(learned) },
  )
  if (!result.ok) throw new Error(result.error.code)
  const order = rolesOf(result.value.value.sections).map((role) => SECTION_LABELS[role].code)
  const golds = judged.map(({ gold }) => sequenceOf(gold))
  const inAll = [...new Set(golds.flat())].filter((label) => golds.every((gold) => gold.includes(label)))
  const required = result.value.value.sections.flatMap((section) =>
    section.isRequired && section.role ? [SECTION_LABELS[section.role].code] : [],
  )
  return {
    inAll: inAll.length,
    found: inAll.filter((label) => order.includes(label)).length,
    missing: inAll.filter((label) => !order.includes(label)),
    ...agreement(order, golds),
    required: required.length,
    wrong: required.filter((label) => golds.some((gold) => !gold.includes(label))).length,
  }
}

const kindOf = ([{ gold }]) => (gold.genre === 'news' ? 'newsAccount' : 'formalReport')

/**
 * Each role once, in reading order, as the gold labels are counted. A section of the office's own does for its nearest
 * role where none other does.
 */
function rolesOf(sections) {
  const all = allOf(sections)
  const own = new Set(all.map(({ role }) => role))
  const roles = all.map(({ role, nearestRole }) => role ?? (own.has(nearestRole) ? undefined : nearestRole))
  return [...new Set(roles)].filter((role) => role !== undefined)
}

const allOf = (sections) => sections.flatMap((section) => [section, ...allOf(section.sections)])

const sequenceOf = ({ paragraphs }) => [
  ...new Set(paragraphs.map(({ section }) => section.split('/')[0]).filter((label) => !NO_SECTION.has(label))),
]

/** Pairs of sections most samples put one way round, and how many of them the template puts so too. */
function agreement(order, golds) {
  let [agreeing, pairs] = [0, 0]
  const against = []
  const labels = order.filter((label) => golds.some((gold) => gold.includes(label)))
  for (const [at, first] of labels.entries()) {
    for (const second of labels.slice(at + 1)) {
      const both = golds.filter((gold) => gold.includes(first) && gold.includes(second))
      const before = both.filter((gold) => gold.indexOf(first) < gold.indexOf(second)).length
      if (before * 2 === both.length) continue
      pairs += 1
      if (before * 2 > both.length) agreeing += 1
      else against.push(`${first} ‹ ${second}`)
    }
  }
  return { agreeing, pairs, against }
}

/** Offices of their own, with headings of their own: numbered lines of the text itself are the truth. */
async function reportOtherFields(learning, folder) {
  const offices = new Map()
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const office = file.replace(/-\d+\.txt$/, '')
    const bytes = readFileSync(join(folder, file))
    const document = { headings: plainHeadings(bytes.toString('utf8')), sample: await segment(learning, bytes, file) }
    offices.set(office, [...(offices.get(office) ?? []), document])
  }
  for (const [office, documents] of offices) {
    const result = learning.learnTemplate(
      documents.map(({ sample }) => sample),
      { id: 'measured', name: office },
    )
    if (!result.ok) throw new Error(result.error.code)
    const order = headingsOf(result.value.value.sections)
    const golds = documents.map(({ headings }) => headings)
    const inAll = [...new Set(golds.flat())].filter((name) => golds.every((gold) => gold.includes(name)))
    const found = inAll.filter((name) => order.includes(name))
    const { agreeing, pairs } = agreement(order, golds)
    console.log(
      `other field, ${office}: own headings found ${found.length}/${inAll.length} · τ ${ratio(2 * agreeing - pairs, pairs)} (${pairs} pairs) · not headings of any sample: ${order.filter((name) => !golds.flat().includes(name)).length}`,
    )
  }
}

const headingsOf = (sections) =>
  sections
    .filter(({ isHeadingPrinted }) => isHeadingPrinted)
    .flatMap(({ heading, sections: inner }) => [plainName(heading), ...headingsOf(inner)])

/** A numbered line without a full stop, and the line below a bare "Phần thứ …". */
function plainHeadings(text) {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.flatMap((line, at) => {
    if (/^Phần thứ \S+$/.test(lines[at - 1] ?? '')) return [plainName(line)]
    const numbered = /^(?:[IVX]+|\d+)\.\s+(.*[^.;])$/.exec(line)
    return numbered ? [plainName(numbered[1])] : []
  })
}

const plainName = (name) =>
  name
    .toLowerCase()
    .replace(/\{[^}]*\}|\d+|[-–]/g, ' ')
    .replace(/(?<!\p{L})(?:năm học|năm|và|công tác)(?!\p{L})|,/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

if (process.argv[1] === import.meta.filename) {
  const projectFolder = join(import.meta.dirname, '..', '..')
  await printTemplateMeasures(await buildLearning('template-measures'), {
    projectFolder,
    sharedFolder: resolve(projectFolder, process.env.SHARED_DIR ?? '../shared'),
    showsGroups: process.argv.includes('--groups'),
  })
}
