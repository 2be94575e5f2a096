/** Template + the officer's answers → a new report. Nothing is invented: what is not answered stays an open slot or an empty field. */
import { EMPTY_LETTERHEAD, EMPTY_SIGNATURE, paragraph, type Identities } from '../report/make-report'
import { normalizeReport } from '../report/normalize-report'
import { periodSlotValue } from '../report/period-slots'
import { REPORT_SCHEMA_VERSION, type FormalLayout, type Report, type Section } from '../report/report'
import type { ReportingPeriod } from '../reporting-period'
import type { OrganizationProfile } from '../settings/settings'
import type { Slot } from '../slot'
import { patternToInlines } from './pattern'
import type { Template, TemplateSection } from './template'

export interface TemplateAnswers {
  readonly layout: FormalLayout
  readonly period: ReportingPeriod
  readonly organization: OrganizationProfile
  /** Values by slot id; they win over what the period gives. */
  readonly slotValues: ReadonlyMap<string, string>
  /** ISO 8601 with zone. */
  readonly now: string
}

export function applyTemplate(template: Template, answers: TemplateAnswers, identities: Identities): Report {
  return normalizeReport(fillTemplate(template, answers, identities), identities)
}

function fillTemplate(template: Template, answers: TemplateAnswers, identities: Identities): Report {
  const slots = template.slots.map((slot) => fillSlot(slot, answers))
  const slotIds = new Set(slots.map((slot) => slot.id))
  const common = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    id: identities.next(),
    templateId: template.id,
    templateName: template.name,
    reportingPeriod: answers.period,
    slots,
    sections: template.sections.map((section) => makeSection(section, slotIds, identities)),
    createdAt: answers.now,
  } as const
  const title = patternToInlines(template.title, slotIds)
  if (template.kind === 'newsAccount') {
    return { ...common, kind: 'newsAccount', layout: 'portal', headline: title, publishedAt: '', byline: '' }
  }
  const { organization } = answers
  const year = Number(answers.now.slice(0, 4))
  return {
    ...common,
    kind: 'formalReport',
    layout: answers.layout,
    letterhead: {
      ...EMPTY_LETTERHEAD,
      parentOrganization: organization.parentOrganization,
      issuingOrganization: organization.issuingOrganization,
      documentSymbol: { type: 'BC', organization: organization.documentSymbol },
      issuePlace: organization.issuePlace,
      issueDate: { year },
    },
    documentType: template.documentType,
    subject: title,
    addressees: [],
    legalBases: [],
    hasParts: template.hasParts,
    signatureBlock: organization.issuingOrganization === '' ? EMPTY_SIGNATURE : organization.signatureBlock,
    recipients: organization.recipients,
    filingNote: organization.filingNote,
  }
}

function fillSlot(slot: Slot, answers: TemplateAnswers): Slot {
  const value = answers.slotValues.get(slot.id) ?? periodSlotValue(slot, answers.period) ?? slot.value
  return value === undefined || value === '' ? slot : { ...slot, value }
}

function makeSection(section: TemplateSection, slotIds: ReadonlySet<string>, identities: Identities): Section {
  return {
    id: identities.next(),
    heading: patternToInlines(section.heading, slotIds),
    isHeadingPrinted: section.isHeadingPrinted,
    ...(section.role ? { role: section.role } : {}),
    ...(section.field ? { field: section.field } : {}),
    isRequired: section.isRequired,
    templateSectionId: section.id,
    ...(section.guidance === '' ? {} : { guidance: section.guidance }),
    blocks: section.starter.map((pattern) => paragraph(identities.next(), patternToInlines(pattern, slotIds))),
    sections: section.sections.map((inner) => makeSection(inner, slotIds, identities)),
  }
}
