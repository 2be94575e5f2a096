/** Lines of the official layout → the fields of a report; a line that fits no field is handed back, not lost. */
import { readAuthorityLine } from '../../official-layout/authority-signs'
import {
  FORMAL_LAYOUTS,
  ISSUE_YEARS,
  type FormalLayout,
  type Letterhead,
  type SignatureBlock,
} from '../../report/report'
import { matchingKey } from '../../vietnamese/matching-key'
import { layoutNamedIn } from './layout-named-in'

export interface ReadLetterhead {
  readonly layout?: FormalLayout
  readonly letterhead: Partial<Letterhead>
  readonly addressees: readonly string[]
  readonly recipients: readonly string[]
  readonly filingNote: string
  readonly signature: Partial<SignatureBlock>
  readonly unplaced: readonly string[]
}

/** Lines that the layout prints by itself. */
const PRINTED_BY_LAYOUT =
  /^(?:[-_*=.~•…\s]+|đảng cộng sản việt nam|cộng hoà xã hội chủ nghĩa việt nam|độc lập ?- ?tự do ?- ?hạnh phúc)$/u
const NUMBER = /^số ?:? ?([\d …._]*)[-/] ?(\p{L}{1,6}) ?[-/] ?(.+)$/u
const PLACE_AND_DATE = /^(.{2,40}?), ?ngày ?([\d …._]*) ?tháng ?([\d …._]*) ?năm ?(\d{4})?/u

export function readLetterhead(lines: readonly string[]): ReadLetterhead {
  const tail = lines.findIndex(opensTail)
  const head = tail < 0 ? lines : lines.slice(0, tail)
  const unplaced: string[] = []
  const named = head.map(layoutNamedIn)
  const layout = FORMAL_LAYOUTS.find((one) => named.includes(one))
  return {
    ...(layout ? { layout } : {}),
    ...readHead(head, unplaced),
    ...readTail(tail < 0 ? [] : lines.slice(tail), unplaced),
    unplaced,
  }
}

/** "Q." may be a district in the name of an organisation above. */
function opensTail(line: string): boolean {
  const sign = readAuthorityLine(line)
  return (sign !== undefined && sign.authority !== 'acting') || /^nơi nhận(?!\p{L})/u.test(matchingKey(line))
}

function readHead(lines: readonly string[], unplaced: string[]): Pick<ReadLetterhead, 'letterhead' | 'addressees'> {
  const organizations: string[] = []
  const addressees: string[] = []
  let letterhead: Partial<Letterhead> = {}
  for (const line of lines) {
    const key = matchingKey(line)
    const number = NUMBER.exec(line.replace(/^Số/u, 'số'))
    const place = PLACE_AND_DATE.exec(line)
    if (PRINTED_BY_LAYOUT.test(key)) continue
    if (number) {
      letterhead = {
        ...letterhead,
        documentNumber: (number[1] ?? '').replace(/\D/g, ''),
        documentSymbol: { type: number[2] ?? '', organization: (number[3] ?? '').trim() },
      }
    } else if (place) {
      letterhead = { ...letterhead, issuePlace: place[1] ?? '', issueDate: dateOf(place) }
    } else if (key.startsWith('kính gửi')) addressees.push(line.replace(/^kính gửi\s*:?\s*/iu, ''))
    else if (!/\p{Ll}/u.test(line)) organizations.push(line)
    else unplaced.push(line)
  }
  const issuing = organizations.at(-1)
  return {
    letterhead: {
      ...letterhead,
      ...(issuing === undefined ? {} : { issuingOrganization: issuing }),
      ...(organizations.length > 1 ? { parentOrganization: organizations.slice(0, -1).join('\n') } : {}),
    },
    addressees: addressees.filter((line) => line !== ''),
  }
}

function dateOf(match: RegExpExecArray): Letterhead['issueDate'] {
  const [day, month, year] = [match[2], match[3], match[4]].map((part) => Number((part ?? '').replace(/\D/g, '')))
  return {
    ...(day && day <= 31 ? { day } : {}),
    ...(month && month <= 12 ? { month } : {}),
    ...(year && year >= ISSUE_YEARS.first && year <= ISSUE_YEARS.last ? { year } : {}),
  }
}

function readTail(
  lines: readonly string[],
  unplaced: string[],
): Pick<ReadLetterhead, 'recipients' | 'filingNote' | 'signature'> {
  const recipients: string[] = []
  const capitals: string[] = []
  let filingNote = ''
  let signature: Partial<SignatureBlock> = {}
  for (const line of lines) {
    const key = matchingKey(line)
    const authority = readAuthorityLine(line)
    if (/^nơi nhận/u.test(key) || PRINTED_BY_LAYOUT.test(key) || /^\((?:ký|đã ký)/u.test(key)) continue
    if (authority && !/\p{Ll}/u.test(line)) {
      signature = { ...signature, ...authority }
    } else if (/^[-+•]?\s*lưu/u.test(key))
      filingNote = line.replace(/^[-+•]?\s*lưu\s*:?\s*/iu, '').replace(/[.;,]$/, '')
    else if (/^[-+•]/u.test(line)) recipients.push(line.replace(/^[-+•]\s*/u, '').replace(/[.;,]$/, ''))
    else if (!/\p{Ll}/u.test(line)) capitals.push(line)
    else if (/^\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){1,5}$/u.test(line)) signature = { ...signature, signerName: line }
    else unplaced.push(line)
  }
  const [signerPosition, ...others] = capitals
  unplaced.push(...others)
  return {
    recipients,
    filingNote,
    signature: { ...signature, ...(signerPosition === undefined ? {} : { signerPosition }) },
  }
}
