/**
 * Readers of sample documents, one row a kind. A reader yields paragraphs with the signals its format can give; it
 * judges nothing. A new format is a folder beside this file, a row here, and its extensions in `SAMPLE_EXTENSIONS`.
 */
import type { AppError } from '../core/app-error'
import type { SampleDocument } from '../core/learning/sample-document'
import { SAMPLE_EXTENSIONS, SAMPLE_KINDS, type SampleKind } from '../core/learning/sample-formats'
import { err, type Result } from '../core/result'
import type { LegacyChoice } from '../core/vietnamese/legacy-choice'
import { decodeLegacySample } from './decode-legacy-sample'
import { readDoc } from './doc/read-doc'
import { readDocx } from './docx/read/read-docx'
import { readHtml } from './html/read-html'
import { mendSample } from './mend-sample'
import { sniffFormat } from './sniff-format'
import { readPdf } from './pdf/read-pdf'
import { readText } from './text/read-text'
import { withoutDirectionMarks } from './without-direction-marks'

export interface ReadOptions {
  /** What to do with letters of an old encoding where no font tells. */
  readonly legacy: LegacyChoice
}

type Read = Result<SampleDocument, AppError>

interface SampleReader {
  /** What the officer calls it. */
  readonly name: string
  readonly limitMb: number
  /** Some formats can only be read step by step; the others answer at once. */
  readonly read: (bytes: Uint8Array, name: string, options: ReadOptions) => Read | Promise<Read>
}

const READERS: Readonly<Record<SampleKind, SampleReader>> = {
  docx: { name: 'Word (.docx)', limitMb: 50, read: readDocx },
  doc: { name: 'Word 97–2003 (.doc)', limitMb: 20, read: readDoc },
  pdf: { name: 'PDF', limitMb: 20, read: readPdf },
  html: { name: 'trang web (HTML)', limitMb: 20, read: readHtml },
  txt: { name: 'văn bản thường', limitMb: 20, read: readText },
}

/** Of the text alone, beside pictures and markup: ten times the longest report. Labelling holds all of it in memory. */
const TEXT_LIMIT_MB = 4
/** A page of nothing but tiny paragraphs weighs more in memory than its letters. */
const PARAGRAPH_WEIGHT = 64

const DEFAULTS: ReadOptions = { legacy: 'auto' }

/**
 * Reads a sample by what its bytes are, and only where they do not tell by the extension of its name; the name goes into
 * the document and into errors.
 */
export async function readSample(bytes: Uint8Array, name: string, options: ReadOptions = DEFAULTS): Promise<Read> {
  const named = kindOfName(name)
  if (!named) return err({ code: 'file.unknownKind', name })
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  const found = sniffFormat(bytes) ?? { kind: isText(named) ? named : 'txt' }
  if ('unreadable' in found) return err({ code: 'file.otherFormat', name, format: found.unreadable })
  const reader = READERS[found.kind]
  const { limitMb } = reader
  if (bytes.length > limitMb * 1024 * 1024) return err({ code: 'file.tooLarge', name, limitMb })
  const read = await reader.read(bytes, name, options)
  if (!read.ok) return isText(named) || found.kind !== 'txt' ? read : damaged(name)
  if (weight(read.value) > TEXT_LIMIT_MB * 1024 * 1024)
    return err({ code: 'file.tooLarge', name, limitMb: TEXT_LIMIT_MB })
  const sample = finish(read.value, options)
  return { ok: true, value: found.kind === named ? sample : withOtherKind(sample, reader.name) }
}

/** Of these the first bytes need not tell what they are. */
const isText = (kind: SampleKind): boolean => kind === 'txt' || kind === 'html'

/** Named as a format whose bytes always tell, and not even text. */
const damaged = (name: string): Read => err({ code: 'file.damaged', name, detail: 'signature' })

function finish(sample: SampleDocument, { legacy }: ReadOptions): SampleDocument {
  const plain = withoutDirectionMarks(sample)
  return legacy === 'keep' ? plain : mendSample(decodeLegacySample(plain, legacy))
}

function withOtherKind(sample: SampleDocument, kind: string): SampleDocument {
  return { ...sample, notices: [{ code: 'read.otherKind', severity: 'hint', data: { kind } }, ...sample.notices] }
}

const weight = ({ paragraphs }: SampleDocument): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length + PARAGRAPH_WEIGHT, 0)

const KIND_OF_EXTENSION: ReadonlyMap<string, SampleKind> = new Map(
  SAMPLE_KINDS.flatMap((kind) => SAMPLE_EXTENSIONS[kind].map((extension) => [extension, kind] as const)),
)

function kindOfName(name: string): SampleKind | undefined {
  const extension = (/\.([^./\\]+)$/.exec(name)?.[1] ?? '').toLowerCase()
  return KIND_OF_EXTENSION.get(extension)
}
