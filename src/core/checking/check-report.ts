/**
 * Checks one of our own reports: what is missing, what is still open, and the simple rules of Party and State on who
 * signs, who is addressed and how the text ends. Looks (fonts, margins) need no check here: they come from the layout.
 */
import type { Finding } from '../finding'
import { missingEnd } from '../official-layout/compose-body'
import { hasElement, type Layout } from '../official-layout/layout'
import { layoutFor } from '../official-layout/layouts'
import { isLeftOut, printedSections } from '../official-layout/printed-sections'
import type { Block, FormalReport, Inline, LayoutId, Report, Section } from '../report/report'
import { hasText, inlineText, walkSections } from '../report/walk-report'
import { slotText, type Slot } from '../slot'
import { toNfc, trimWide } from '../vietnamese/nfc'
import {
  EMPTY_FIELD_RULES,
  FINDING_RULES,
  PATTERN_RULES,
  TYPED_NUMBER,
  type FieldName,
  type FindingCode,
  type FindingRule,
} from './finding-rules'
import { paragraphIndex, type PlacedText } from './paragraph-index'

/** Every finding in reading order; the same report and layout give the same list. */
export function checkReport(report: Report, layout: LayoutId): readonly Finding[] {
  const rows = layoutFor(report.kind === 'newsAccount' ? 'portal' : layout)
  const find = findingMaker(rows, paragraphIndex(report))
  return [
    ...checkEmptyFields(report, rows, find),
    ...checkPatterns(report, layout, find),
    ...(report.kind === 'formalReport' ? checkFormal(report, rows, find) : []),
    ...checkSections(report, rows, find),
    ...checkMentions(report, find),
    ...checkEnd(report, rows, find),
  ]
}

interface Spot {
  readonly at: string
  readonly text: string
  readonly expected?: string
}

type Find = (code: FindingCode, spot: Spot) => Finding

const CLIP = 200
const START = 40

function findingMaker(layout: Layout, placed: ReadonlyMap<string, PlacedText>): Find {
  return (code, { at, text, expected }) => {
    const rule: FindingRule = FINDING_RULES[code]
    const row = rule.row === undefined ? undefined : layout.rows.get(rule.row)
    const clause = rule.clause ?? row?.clause
    const place = placed.get(at)
    return {
      code,
      severity: rule.severity,
      text: text.slice(0, CLIP).toWellFormed(),
      at,
      paragraph: place?.index ?? -1,
      paragraphStart: (place?.text ?? '').slice(0, START).toWellFormed(),
      ...(expected === undefined ? {} : { expected }),
      ...(clause === undefined ? {} : { clause }),
      certainty: rule.clause === undefined ? (row?.certainty ?? 'convention') : 'secondHand',
      ...(rule.mistake === undefined ? {} : { mistake: rule.mistake }),
    }
  }
}

/** The text of a field; `undefined` where the report or the layout has no such field. */
function fieldText(report: Report, field: FieldName, layout: Layout): string | undefined {
  if (report.kind === 'newsAccount') return field === 'headline' ? inlineText(report.headline, report.slots) : undefined
  const { letterhead, signatureBlock } = report
  const isDirect = signatureBlock.authority === 'direct'
  // Whoever acts in a post signs with the post's own name.
  const isNamedByPosition =
    layout.details.signingAuthority?.prefixedPosition.includes(signatureBlock.authority) === true
  const texts: Readonly<Record<FieldName, string | undefined>> = {
    'letterhead/issuingOrganization': letterhead.issuingOrganization,
    'letterhead/documentNumber': letterhead.documentNumber,
    'letterhead/documentSymbol/organization': letterhead.documentSymbol.organization,
    'letterhead/issuePlace': letterhead.issuePlace,
    documentType: report.documentType,
    subject: inlineText(report.subject, report.slots),
    headline: undefined,
    'signatureBlock/authorityOf': isDirect || isNamedByPosition ? undefined : signatureBlock.authorityOf,
    'signatureBlock/signerPosition': signatureBlock.signerPosition,
    'signatureBlock/signerName': signatureBlock.signerName,
    filingNote: report.filingNote,
  }
  return texts[field]
}

const tidy = (text: string): string => trimWide(toNfc(text))

function checkEmptyFields(report: Report, layout: Layout, find: Find): readonly Finding[] {
  return EMPTY_FIELD_RULES.flatMap(({ code, field }) => {
    const text = fieldText(report, field, layout)
    return text !== undefined && tidy(text) === '' ? [find(code, { at: field, text: '' })] : []
  })
}

function checkPatterns(report: Report, layoutId: LayoutId, find: Find): readonly Finding[] {
  const layout = layoutFor(layoutId)
  return PATTERN_RULES.flatMap(({ code, field, pattern, layout: only, authority }) => {
    if (only !== undefined && only !== layoutId) return []
    if (authority !== undefined && (report.kind !== 'formalReport' || report.signatureBlock.authority !== authority))
      return []
    const text = tidy(fieldText(report, field, layout) ?? '')
    return text !== '' && pattern.test(text) ? [find(code, { at: field, text })] : []
  })
}

function checkFormal(report: FormalReport, layout: Layout, find: Find): readonly Finding[] {
  return [
    ...checkDate(report, find),
    ...checkAddressees(report, layout, find),
    ...checkRecipients(report, layout, find),
  ]
}

/** An open date points at its first open part, which is where the officer goes on. */
function checkDate({ letterhead }: FormalReport, find: Find): readonly Finding[] {
  const { day, month, year } = letterhead.issueDate
  const part = day === undefined ? 'day' : month === undefined ? 'month' : 'year'
  if (day === undefined || month === undefined || year === undefined) {
    return [find('letterhead.issueDateOpen', { at: `letterhead/issueDate/${part}`, text: '' })]
  }
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day > lastDay
    ? [find('letterhead.issueDateImpossible', { at: 'letterhead/issueDate/day', text: `${day}/${month}/${year}` })]
    : []
}

/** Names that were typed but have no place in this layout: they are kept and not printed. */
function checkAddressees(report: FormalReport, layout: Layout, find: Find): readonly Finding[] {
  const named = report.addressees.map(tidy).filter((name) => name !== '')
  if (named.length === 0 || hasElement(layout, 'addressees')) return []
  return [find('addressees.notInLayout', { at: 'addressees', text: named.join('; ') })]
}

function checkRecipients(report: FormalReport, layout: Layout, find: Find): readonly Finding[] {
  const named = report.recipients.map(tidy)
  if (named.every((name) => name === '')) return [find('recipients.empty', { at: 'recipients', text: '' })]
  const isAddressed = hasElement(layout, 'addressees') && report.addressees.some((name) => tidy(name) !== '')
  const same = isAddressed ? undefined : named.find((name) => /^(?:-\s*)?như trên[;.,]?$/iu.test(name))
  return same === undefined ? [] : [find('recipients.sameAsNobody', { at: 'recipients', text: same })]
}

function checkSections(report: Report, layout: Layout, find: Find): readonly Finding[] {
  const visits = [...walkSections(report.sections)]
  const missing = visits.filter(({ section }) => !isLeftOut(section) && section.isRequired && printsNothing(section))
  return visits.flatMap(({ section, path }) => {
    if (isLeftOut(section)) return []
    const heading = tidy(inlineText(section.heading, report.slots))
    const isMissing = missing.some((visit) => visit.path === path)
    // One finding says it: neither the parts of a missing section nor the whole of an empty one are told again.
    const isTold = missing.some((visit) => path === visit.path || path.startsWith(`${visit.path}/`))
    const isEmpty = section.isHeadingPrinted && section.sections.length === 0 && printsNothing(section)
    const isUnnamed = section.isHeadingPrinted && heading === ''
    const isNumbered = section.isHeadingPrinted && layout.headingNumbers.size > 0 && TYPED_NUMBER.test(heading)
    return [
      ...(isMissing ? [find('section.missing', { at: path, text: heading })] : []),
      ...(isEmpty && !isTold ? [find('section.empty', { at: path, text: heading })] : []),
      ...(section.mark?.kind === 'needsFigures' ? [find('section.needsFigures', { at: path, text: heading })] : []),
      ...(isUnnamed ? [find('heading.empty', { at: `${path}/heading`, text: '' })] : []),
      ...(isNumbered ? [find('heading.numberTyped', { at: `${path}/heading`, text: heading })] : []),
    ]
  })
}

/** Nothing of it would be printed below its heading; what is left out below it does not count. */
const printsNothing = (section: Section): boolean =>
  !hasText(section) && section.sections.every((inner) => isLeftOut(inner) || printsNothing(inner))

/** Every mention of a slot that has no value, where it is mentioned. */
function checkMentions(report: Report, find: Find): readonly Finding[] {
  const slots = new Map(report.slots.map((slot) => [slot.id, slot]))
  const title = report.kind === 'formalReport' ? report.subject : report.headline
  const titleAt = report.kind === 'formalReport' ? 'subject' : 'headline'
  return [
    ...openMentions(title, titleAt, slots, find),
    ...[...walkSections(report.sections)].flatMap(({ section, path }) =>
      isLeftOut(section)
        ? []
        : [
            ...(section.isHeadingPrinted ? openMentions(section.heading, `${path}/heading`, slots, find) : []),
            ...section.blocks.flatMap((block, index) => blockMentions(block, `${path}/blocks/${index}`, slots, find)),
          ],
    ),
  ]
}

function blockMentions(block: Block, at: string, slots: ReadonlyMap<string, Slot>, find: Find): readonly Finding[] {
  switch (block.type) {
    case 'paragraph':
      return openMentions(block.content, at, slots, find)
    case 'list':
      return block.items.flatMap((item, index) => [
        ...openMentions(item.content, `${at}/items/${index}`, slots, find),
        ...item.lists.flatMap((inner, innerIndex) =>
          blockMentions(inner, `${at}/items/${index}/lists/${innerIndex}`, slots, find),
        ),
      ])
    case 'table':
      return block.rows.flatMap((row, rowIndex) =>
        row.flatMap((cell, cellIndex) =>
          cell.paragraphs.flatMap((content, index) =>
            openMentions(content, `${at}/rows/${rowIndex}/${cellIndex}/paragraphs/${index}`, slots, find),
          ),
        ),
      )
    case 'pageBreak':
      return []
  }
}

function openMentions(
  content: readonly Inline[],
  at: string,
  slots: ReadonlyMap<string, Slot>,
  find: Find,
): readonly Finding[] {
  return content.flatMap((inline) => {
    if (inline.type !== 'slot') return []
    const slot = slots.get(inline.slotId)
    if (!slot) return [find('slot.unknown', { at, text: inline.slotId })]
    return slot.value === undefined ? [find('slot.open', { at, text: slotText(slot), expected: slot.label })] : []
  })
}

/** The end of the last paragraph: what the writer cannot complete by itself. */
function checkEnd(report: Report, layout: Layout, find: Find): readonly Finding[] {
  const endMark = layout.details.body?.endMark ?? ''
  const last = lastText(report)
  if (endMark === '' || !last) return []
  const text = toNfc(last.text).trimEnd()
  const isForeign = endMark === '.' && text.endsWith('./.')
  const isEnded = !isForeign && (text.endsWith(endMark) || missingEnd(text, endMark) !== '')
  return isEnded ? [] : [find('body.end', { at: last.at, text: text.slice(-START), expected: endMark })]
}

/** The last text of the body; none where it ends in a table. */
function lastText(report: Report): { readonly at: string; readonly text: string } | undefined {
  const descend = (
    sections: readonly Section[],
    parent: string,
  ): { readonly at: string; readonly text: string } | undefined => {
    const section = printedSections(sections).at(-1)
    if (!section) return undefined
    const path = `${parent}sections/${sections.indexOf(section)}`
    if (printedSections(section.sections).length > 0) return descend(section.sections, `${path}/`)
    const index = section.blocks.length - 1
    const block = section.blocks[index]
    return block ? blockEnd(block, `${path}/blocks/${index}`, report.slots) : undefined
  }
  return descend(report.sections, '')
}

function blockEnd(
  block: Block,
  at: string,
  slots: readonly Slot[],
): { readonly at: string; readonly text: string } | undefined {
  if (block.type === 'paragraph') {
    return block.style === 'caption' ? undefined : filled({ at, text: inlineText(block.content, slots) })
  }
  if (block.type !== 'list') return undefined
  const index = block.items.length - 1
  const item = block.items[index]
  const inner = item?.lists.at(-1)
  if (!item) return undefined
  return inner
    ? blockEnd(inner, `${at}/items/${index}/lists/${item.lists.length - 1}`, slots)
    : filled({ at: `${at}/items/${index}`, text: inlineText(item.content, slots) })
}

const filled = <T extends { readonly text: string }>(place: T): T | undefined =>
  tidy(place.text) === '' ? undefined : place
