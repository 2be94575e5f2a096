/**
 * One spelling for each report: NFC text, no empty or splittable runs, sorted marks, line ends as line breaks,
 * rectangular tables, unique ids, no empty paragraphs at the end of a section. Total and idempotent (property test).
 * Nothing an officer typed is dropped: surplus cells, too deep sections and too deep lists keep their text.
 */
import type { Slot } from '../slot'
import { toNfc } from '../vietnamese/nfc'
import type { Identities } from './make-report'
import { normalizeTable } from './normalize-table'
import { normalizeInlines } from './normalize-inlines'
import {
  MAX_LIST_DEPTH,
  MAX_SECTION_DEPTH,
  type Block,
  type FormalReport,
  type List,
  type ListItem,
  type Report,
  type Section,
  type SectionMark,
} from './report'
import { trimBlocks } from './trim-blocks'
import { uniqueIds } from './unique-ids'

export function normalizeReport(report: Report, identities: Identities): Report {
  const claim = uniqueIds(identities)
  const sections = report.sections.map((section) => normalizeSection(section, claim, 1))
  return { ...normalizeFields(report), sections }
}

/** All but the sections: what stands round the body, and the slots. */
export function normalizeFields(report: Report): Report {
  const common = {
    ...(report.templateName === undefined ? {} : { templateName: toNfc(report.templateName) }),
    slots: normalizeSlots(report.slots),
  }
  return report.kind === 'formalReport'
    ? { ...report, ...common, ...normalizeFrame(report) }
    : {
        ...report,
        ...common,
        headline: normalizeInlines(report.headline),
        publishedAt: toNfc(report.publishedAt),
        byline: toNfc(report.byline),
      }
}

/** What stands round the body of a formal report. */
function normalizeFrame(report: FormalReport) {
  const { letterhead, signatureBlock } = report
  return {
    letterhead: {
      ...letterhead,
      parentOrganization: toNfc(letterhead.parentOrganization),
      issuingOrganization: toNfc(letterhead.issuingOrganization),
      documentNumber: toNfc(letterhead.documentNumber),
      documentSymbol: {
        type: toNfc(letterhead.documentSymbol.type),
        organization: toNfc(letterhead.documentSymbol.organization),
      },
      issuePlace: toNfc(letterhead.issuePlace),
    },
    documentType: toNfc(report.documentType),
    subject: normalizeInlines(report.subject),
    addressees: report.addressees.map(toNfc),
    legalBases: report.legalBases.map(toNfc),
    signatureBlock: {
      ...signatureBlock,
      authorityOf: toNfc(signatureBlock.authorityOf),
      signerPosition: toNfc(signatureBlock.signerPosition),
      signerName: toNfc(signatureBlock.signerName),
    },
    recipients: report.recipients.map(toNfc),
    filingNote: toNfc(report.filingNote),
  }
}

/** NFC, and one entry an id. Where two share one, the first keeps it; another value stays under an id of its own. */
export function normalizeSlots(slots: readonly Slot[]): readonly Slot[] {
  const byId = new Map<string, Slot>()
  const freeId = freeSlotIds(new Set(slots.map((slot) => slot.id)))
  for (const slot of slots.map(normalizeSlot)) {
    const first = byId.get(slot.id)
    if (!first) byId.set(slot.id, slot)
    else if (slot.value !== undefined && first.value === undefined) byId.set(slot.id, { ...first, value: slot.value })
    else if (slot.value !== undefined && slot.value !== first.value) {
      const own = freeId(slot.id)
      byId.set(own, { ...slot, id: own })
    }
  }
  return [...byId.values()]
}

function normalizeSlot(slot: Slot): Slot {
  const { value: typed, ...rest } = slot
  const value = typed === undefined ? '' : toNfc(typed)
  const label = toNfc(slot.label)
  return { ...rest, label: label === '' ? slot.id : label, ...(value === '' ? {} : { value }) }
}

/** Gives ids that nobody has; goes on counting where it stopped, for thousands may share one id. */
function freeSlotIds(taken: Set<string>): (id: string) => string {
  const counts = new Map<string, number>()
  return (id) => {
    // Shortened so that the suffix fits into the 64 characters of an id.
    const stem = id.slice(0, 56)
    for (let count = (counts.get(stem) ?? 1) + 1; ; count += 1) {
      const own = `${stem}-${count}`
      if (taken.has(own)) continue
      counts.set(stem, count)
      taken.add(own)
      return own
    }
  }
}

type Claim = (id: string) => string

function normalizeSection(section: Section, claim: Claim, depth: number): Section {
  const id = claim(section.id)
  const blocks = section.blocks.map((block) => normalizeBlock(block, claim))
  const own = {
    ...normalizeSectionWords(section),
    id,
    heading: normalizeInlines(section.heading),
  }
  if (depth < MAX_SECTION_DEPTH) {
    return {
      ...own,
      blocks: trimBlocks(blocks),
      sections: section.sections.map((inner) => normalizeSection(inner, claim, depth + 1)),
    }
  }
  // Deeper than any layout numbers: the text goes on as paragraphs of the deepest section.
  const flattened = section.sections.flatMap(sectionAsBlocks).map((block) => normalizeBlock(block, claim))
  return { ...own, blocks: trimBlocks([...blocks, ...flattened]), sections: [] }
}

/** What is said of a section beside its text. */
export const normalizeSectionWords = (section: Section): Section => ({
  ...section,
  ...(section.guidance === undefined ? {} : { guidance: toNfc(section.guidance) }),
  ...(section.mark === undefined ? {} : { mark: normalizeMark(section.mark) }),
})

const normalizeMark = (mark: SectionMark): SectionMark =>
  mark.kind === 'notApplicable' ? { ...mark, reason: toNfc(mark.reason) } : mark

function sectionAsBlocks(section: Section): Block[] {
  const heading: Block[] =
    section.heading.length > 0 ? [{ type: 'paragraph', id: section.id, content: section.heading }] : []
  return [...heading, ...section.blocks, ...section.sections.flatMap(sectionAsBlocks)]
}

function normalizeBlock(block: Block, claim: Claim): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, id: claim(block.id), content: normalizeInlines(block.content) }
    case 'list':
      return normalizeList(block, claim, 1)
    case 'table':
      return normalizeTable({ ...block, id: claim(block.id) })
    case 'pageBreak':
      return { ...block, id: claim(block.id) }
  }
}

function normalizeList(list: List, claim: Claim, depth: number): List {
  const id = claim(list.id)
  const items =
    depth < MAX_LIST_DEPTH
      ? list.items.map((item) => ({
          content: normalizeInlines(item.content),
          lists: item.lists.map((inner) => normalizeList(inner, claim, depth + 1)),
        }))
      : list.items.flatMap(itemAndBelow)
  return { ...list, id, items: items.length > 0 ? items : [{ content: [], lists: [] }] }
}

/** Items below the deepest level stand beside it, in reading order. */
function itemAndBelow(item: ListItem): ListItem[] {
  const below = item.lists.flatMap((inner) => inner.items.flatMap(itemAndBelow))
  return [{ content: normalizeInlines(item.content), lists: [] }, ...below]
}
