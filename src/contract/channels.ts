/**
 * THE table of calls between a window and its host: name → schemas of input and output.
 * Both hosts, the dispatcher, the client and their types follow from it. Only JSON crosses:
 * bytes and paths stay in the host, the window holds a FileRef.
 */
import { z } from 'zod'
import { FindingSchema } from '../core/finding'
import { CorrectedLabelSchema } from '../core/learning/corrections/correction'
import { SegmentedSampleSchema } from '../core/learning/sample-document'
import { NoticeSchema } from '../core/notice'
import { FORMAL_LAYOUTS, LAYOUT_IDS, REPORT_KINDS, ReportSchema } from '../core/report/report'
import { ReportingPeriodSchema } from '../core/reporting-period'
import { SettingsSchema } from '../core/settings/settings'
import { PERIOD_KINDS, TemplateSchema } from '../core/template/template'
import { LEGACY_CHOICES } from '../core/vietnamese/legacy-choice'

const nothing = z.strictObject({})
const id = z.string().min(1).max(64)
const layout = z.enum(LAYOUT_IDS)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** As many documents as a window learns from at a time. */
const MOST_SAMPLES = 200
const shownSamples = z.array(sha256).max(MOST_SAMPLES)
const samples = z.array(SegmentedSampleSchema)

/** A file the officer chose or dropped; the host keeps the bytes. */
export const FileRefSchema = z.strictObject({ id, name: z.string(), size: z.number().int() })
export type FileRef = z.infer<typeof FileRefSchema>

/** Where an exported file went: written by a native dialog, or waiting under a single-use download address. */
export const DeliverySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), name: z.string() }),
  z.strictObject({ kind: z.literal('download'), name: z.string(), ticket: z.string() }),
])
export type Delivery = z.infer<typeof DeliverySchema>

const HostDescriptionSchema = z.strictObject({
  kind: z.enum(['electron', 'browser']),
  appVersion: z.string(),
  /** The host shows its own dialogs for opening files. */
  hasFileDialogs: z.boolean(),
  hasNativeMenu: z.boolean(),
  /** What recovery found when the program started. */
  startNotices: z.array(NoticeSchema),
})
export type HostDescription = z.infer<typeof HostDescriptionSchema>

const ReportSummarySchema = z.strictObject({
  id,
  title: z.string(),
  kind: z.enum(REPORT_KINDS),
  layout,
  organization: z.string(),
  templateName: z.string(),
  periodText: z.string(),
  /** Sections with anything written, of all that apply. */
  sectionsWritten: z.number().int(),
  sectionsTotal: z.number().int(),
  /** ISO 8601. */
  savedAt: z.string(),
  /** A damaged report is listed with its reason, not hidden. */
  problem: z.enum(['damaged', 'tooNew']).optional(),
})
export type ReportSummary = z.infer<typeof ReportSummarySchema>

const TemplateSummarySchema = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  kind: z.enum(REPORT_KINDS),
  layouts: z.array(z.enum(FORMAL_LAYOUTS)),
  periodKinds: z.array(z.enum(PERIOD_KINDS)),
  origin: z.enum(['builtIn', 'officer', 'learned']),
  sectionCount: z.number().int(),
  sampleCount: z.number().int(),
  /** It keeps what it takes to learn it again with further samples. */
  canExtend: z.boolean(),
})
export type TemplateSummary = z.infer<typeof TemplateSummarySchema>

export const channels = {
  'host.describe': { input: nothing, output: HostDescriptionSchema },
  /** The incident log the officer can copy: no text of reports in it. */
  'host.readIncidents': { input: nothing, output: z.strictObject({ text: z.string() }) },
  /** A fault in the window, told to the log. Names and places only, never what was typed. */
  'host.reportIncident': {
    input: z.strictObject({ where: z.string().max(200), message: z.string().max(2000) }),
    output: z.strictObject({ incident: z.string() }),
  },
  /** The answer to `host.closing`: whether everything of this window is on disk. */
  'host.readyToClose': { input: z.strictObject({ isSaved: z.boolean() }), output: nothing },

  'settings.read': { input: nothing, output: SettingsSchema },
  'settings.write': { input: z.strictObject({ settings: SettingsSchema }), output: SettingsSchema },

  'template.list': { input: nothing, output: z.strictObject({ templates: z.array(TemplateSummarySchema) }) },
  'template.read': { input: z.strictObject({ id }), output: TemplateSchema },
  'template.save': { input: z.strictObject({ template: TemplateSchema }), output: TemplateSummarySchema },
  'template.learn': {
    input: z.strictObject({
      samples: samples.max(MOST_SAMPLES),
      name: z.string().min(1).max(200),
      kind: z.enum(REPORT_KINDS).optional(),
    }),
    output: z.strictObject({ template: TemplateSchema, notices: z.array(NoticeSchema) }),
  },

  /** A learned template learned again from its old samples and these; nothing is saved. */
  'template.extend': {
    input: z.strictObject({ template: TemplateSchema, samples: samples.max(MOST_SAMPLES) }),
    output: z.strictObject({ template: TemplateSchema, notices: z.array(NoticeSchema) }),
  },

  'sample.segment': {
    input: z.strictObject({
      file: FileRefSchema,
      /** A name for `sample.stop`. */
      job: id.optional(),
      /** What to do with letters of an old encoding where no font tells; absent = judge. */
      legacyText: z.enum(LEGACY_CHOICES).optional(),
    }),
    output: SegmentedSampleSchema,
  },
  /** Breaks a reading off: its call answers `cancelled`. */
  'sample.stop': { input: z.strictObject({ job: id }), output: nothing },
  /** Labels samples anew with every correction there is; `sample.notHeld` when one has to be read again first. */
  'sample.relabel': { input: z.strictObject({ shown: shownSamples }), output: z.strictObject({ samples }) },
  /** An officer's answer about paragraphs of one sample; all shown ones are labelled anew by it. */
  'sample.correct': {
    input: z.strictObject({
      sample: sha256,
      paragraphs: z.array(z.number().int().min(0)).min(1).max(1000),
      to: CorrectedLabelSchema,
      /** Also: "a paragraph that opens with these words is of that section". */
      cue: z.string().min(1).max(80).optional(),
      /** Also: "these lines stand on every page of that site". */
      isSiteLine: z.boolean().optional(),
      shown: shownSamples,
    }),
    output: z.strictObject({ corrections: z.array(id), samples }),
  },
  /** Takes corrections back; its own ids, taken back, make them hold again. */
  'sample.undoCorrections': {
    input: z.strictObject({ corrections: z.array(id).max(3000), shown: shownSamples }),
    output: z.strictObject({ corrections: z.array(id), samples }),
  },

  /** How many corrections hold. */
  'corrections.count': { input: nothing, output: z.strictObject({ count: z.number().int() }) },
  /** All of them as one file, for the office. */
  'corrections.export': { input: nothing, output: DeliverySchema },
  'corrections.import': {
    input: z.strictObject({ file: FileRefSchema }),
    output: z.strictObject({ added: z.number().int() }),
  },

  'report.list': { input: nothing, output: z.strictObject({ reports: z.array(ReportSummarySchema) }) },
  'report.create': {
    input: z.strictObject({ templateId: id, layout: z.enum(FORMAL_LAYOUTS), period: ReportingPeriodSchema }),
    output: z.strictObject({ id }),
  },
  'report.open': {
    input: z.strictObject({ id }),
    output: z.strictObject({
      report: ReportSchema,
      /** Number of the last acknowledged save. */
      seq: z.number().int(),
      access: z.enum(['write', 'readOnly']),
      notices: z.array(NoticeSchema),
    }),
  },
  /** Acknowledged only when the journal record is on disk (fdatasync). */
  'report.save': {
    input: z.strictObject({
      report: ReportSchema,
      baseSeq: z.number().int(),
      /**
       * Names this text in this save; trying again keeps the name. A save that reached the disk while its answer got
       * lost is then answered once more instead of being taken for somebody else's.
       */
      saveId: z.string().min(1).max(64).optional(),
    }),
    output: z.strictObject({ seq: z.number().int(), savedAt: z.string() }),
  },
  /** Writes a snapshot; the report stays in the store. */
  'report.close': { input: z.strictObject({ id }), output: nothing },
  /** Keeps a window's text beside the report it was made from, as a report of its own. */
  'report.keepCopy': { input: z.strictObject({ report: ReportSchema }), output: z.strictObject({ id }) },
  'report.import': {
    input: z.strictObject({ file: FileRefSchema }),
    output: z.strictObject({ id, notices: z.array(NoticeSchema) }),
  },
  'report.export': {
    input: z.strictObject({
      id,
      to: z.enum(['docx', 'html', 'tongket']),
      layout: layout.optional(),
      isDraft: z.boolean(),
    }),
    output: DeliverySchema,
  },
  'report.check': {
    input: z.strictObject({ id }),
    output: z.strictObject({ layout, findings: z.array(FindingSchema) }),
  },

  /** Only where the host has file dialogs; else `capability.absent`. */
  'file.choose': {
    input: z.strictObject({ purpose: z.enum(['report', 'samples', 'corrections']) }),
    output: z.strictObject({ files: z.array(FileRefSchema) }),
  },
} as const

export type Channel = keyof typeof channels
export type Input<C extends Channel> = z.infer<(typeof channels)[C]['input']>
export type Output<C extends Channel> = z.infer<(typeof channels)[C]['output']>
