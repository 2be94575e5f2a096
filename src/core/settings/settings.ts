/** What the officer sets once: the organisation's letterhead and the choices of layout. */
import { z } from 'zod'
import { FORMAL_LAYOUTS, SignatureBlockSchema } from '../report/report'

export const SETTINGS_SCHEMA_VERSION = 1

const line = z.string().max(2000)

export const OrganizationProfileSchema = z.strictObject({
  /** Cơ quan cấp trên; several lines allowed. */
  parentOrganization: line,
  /** Cơ quan ban hành; several lines allowed. */
  issuingOrganization: line,
  /** The organisation's part of the symbol: BTGDVTU. */
  documentSymbol: line,
  issuePlace: line,
  signatureBlock: SignatureBlockSchema,
  recipients: z.array(line),
  filingNote: line,
})

export type OrganizationProfile = z.infer<typeof OrganizationProfileSchema>

export const SettingsSchema = z.strictObject({
  schemaVersion: z.literal(SETTINGS_SCHEMA_VERSION),
  /** False until the officer has been through the first-start page. */
  isSetUp: z.boolean(),
  layout: z.enum(FORMAL_LAYOUTS),
  organization: OrganizationProfileSchema,
  theme: z.enum(['system', 'light', 'dark']),
  isGuidanceShown: z.boolean(),
})

export type Settings = z.infer<typeof SettingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  schemaVersion: SETTINGS_SCHEMA_VERSION,
  isSetUp: false,
  layout: 'party',
  organization: {
    parentOrganization: '',
    issuingOrganization: '',
    documentSymbol: '',
    issuePlace: '',
    signatureBlock: { authority: 'direct', authorityOf: '', signerPosition: '', signerName: '' },
    recipients: [],
    filingNote: '',
  },
  theme: 'system',
  isGuidanceShown: true,
}
