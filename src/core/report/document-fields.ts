/**
 * The fields of a report beside its body, by the names under which a command may set them:
 * `the-thuc.co-quan-ban-hanh=SỞ …`. One row a field; what a value cannot be read as is refused, never guessed.
 */
import { readAuthorityLine } from '../official-layout/authority-signs'
import { trimWide } from '../vietnamese/nfc'
import { ISSUE_YEARS, type FormalReport, type NewsAccount, type Report } from './report'

export const DOCUMENT_FIELD_PREFIX = 'the-thuc.'

/** The report with the field set; `undefined` when there is no such field in it or the value is not of its form. */
export function setDocumentField(report: Report, name: string, value: string): Report | undefined {
  if (!name.startsWith(DOCUMENT_FIELD_PREFIX)) return undefined
  const field = name.slice(DOCUMENT_FIELD_PREFIX.length)
  const text = trimWide(value)
  if (report.kind === 'formalReport') {
    return Object.hasOwn(FORMAL_FIELDS, field) ? FORMAL_FIELDS[field]?.(report, text) : undefined
  }
  return Object.hasOwn(NEWS_FIELDS, field) ? NEWS_FIELDS[field]?.(report, text) : undefined
}

type Setter<R> = (report: R, value: string) => R | undefined

const inLetterhead =
  (part: (value: string) => Partial<FormalReport['letterhead']> | undefined): Setter<FormalReport> =>
  (report, value) => {
    const changed = part(value)
    return changed && { ...report, letterhead: { ...report.letterhead, ...changed } }
  }

const inSignature =
  (part: (value: string) => Partial<FormalReport['signatureBlock']> | undefined): Setter<FormalReport> =>
  (report, value) => {
    const changed = part(value)
    return changed && { ...report, signatureBlock: { ...report.signatureBlock, ...changed } }
  }

const FORMAL_FIELDS: Readonly<Record<string, Setter<FormalReport>>> = {
  'co-quan-cap-tren': inLetterhead((value) => ({ parentOrganization: lines(value) })),
  'co-quan-ban-hanh': inLetterhead((value) => ({ issuingOrganization: lines(value) })),
  so: inLetterhead((value) => ({ documentNumber: value })),
  'dia-danh': inLetterhead((value) => ({ issuePlace: value })),
  ngay: inLetterhead((value) => {
    const issueDate = readDate(value)
    return issueDate && { issueDate }
  }),
  'ky-hieu': (report, value) => ({
    ...report,
    letterhead: { ...report.letterhead, documentSymbol: { ...report.letterhead.documentSymbol, organization: value } },
  }),
  'tham-quyen': inSignature(readAuthority),
  'chuc-vu': inSignature((value) => ({ signerPosition: value })),
  'nguoi-ky': inSignature((value) => ({ signerName: value })),
  'kinh-gui': (report, value) => ({ ...report, addressees: items(value) }),
  'noi-nhan': (report, value) => ({ ...report, recipients: items(value) }),
  'noi-luu': (report, value) => ({ ...report, filingNote: value }),
}

const NEWS_FIELDS: Readonly<Record<string, Setter<NewsAccount>>> = {
  'ngay-dang': (report, value) => ({ ...report, publishedAt: value }),
  'tac-gia': (report, value) => ({ ...report, byline: value }),
}

/** The names of the fields, for help and for messages. */
export const DOCUMENT_FIELD_NAMES: readonly string[] = [...Object.keys(FORMAL_FIELDS), ...Object.keys(NEWS_FIELDS)].map(
  (field) => `${DOCUMENT_FIELD_PREFIX}${field}`,
)

/** A slash parts the lines of a long name, as no name of an organisation holds one between spaces. */
const lines = (value: string): string => value.split(/\s+\/\s+/).join('\n')

const items = (value: string): readonly string[] =>
  value
    .split(';')
    .map(trimWide)
    .filter((item) => item !== '')

function readDate(value: string): FormalReport['letterhead']['issueDate'] | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
  // A year that no report file may hold would make a report that never opens again.
  const isKept = Number(year) >= ISSUE_YEARS.first && Number(year) <= ISSUE_YEARS.last
  return isReal && isKept ? { day: Number(day), month: Number(month), year: Number(year) } : undefined
}

function readAuthority(value: string): Partial<FormalReport['signatureBlock']> | undefined {
  if (value === '') return { authority: 'direct', authorityOf: '' }
  const found = readAuthorityLine(value)
  return found && found.authorityOf !== '' ? found : undefined
}
