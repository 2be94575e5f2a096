/**
 * Readers of sample documents, one row a file extension. A reader yields paragraphs with the signals its format
 * can give; it judges nothing. A new format is a folder beside this file and a row here.
 */
import type { AppError } from '../core/app-error'
import type { SampleDocument } from '../core/learning/sample-document'
import { err, type Result } from '../core/result'
import { readHtml } from './html/read-html'
import { readText } from './text/read-text'

type Read = Result<SampleDocument, AppError>

/** Some formats can only be read step by step; the others answer at once. */
type Reader = (bytes: Uint8Array, name: string) => Read | Promise<Read>

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['txt', readText],
  ['html', readHtml],
  ['htm', readHtml],
])

const LIMIT_MB = 20

/** Of the text alone, beside pictures and markup: ten times the longest report. Labelling holds all of it in memory. */
const TEXT_LIMIT_MB = 4
/** A page of nothing but tiny paragraphs weighs more in memory than its letters. */
const PARAGRAPH_WEIGHT = 64

/** Reads a sample by the extension of its name; the name goes into the document and into errors. */
export async function readSample(bytes: Uint8Array, name: string): Promise<Read> {
  const reader = READERS.get(extensionOf(name))
  if (!reader) return err({ code: 'file.unknownKind', name })
  if (bytes.length > LIMIT_MB * 1024 * 1024) return err({ code: 'file.tooLarge', name, limitMb: LIMIT_MB })
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  const read = await reader(bytes, name)
  if (read.ok && weight(read.value) > TEXT_LIMIT_MB * 1024 * 1024)
    return err({ code: 'file.tooLarge', name, limitMb: TEXT_LIMIT_MB })
  return read
}

const weight = ({ paragraphs }: SampleDocument): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length + PARAGRAPH_WEIGHT, 0)

const extensionOf = (name: string): string => (/\.([^./\\]+)$/.exec(name)?.[1] ?? '').toLowerCase()
