import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { readDocx } from '../../../src/formats/docx/read/read-docx'
import { docxFile, type DocxParts } from '../../support/docx-file'

/** A Word document with this body, as the reader gives it. */
export function readDocxFile(body: string, parts: DocxParts = {}): SampleDocument {
  const read = readDocx(docxFile(body, parts), 'mau.docx')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

export const docxTexts = (body: string, parts: DocxParts = {}): readonly string[] =>
  readDocxFile(body, parts).paragraphs.map(({ text }) => text)
