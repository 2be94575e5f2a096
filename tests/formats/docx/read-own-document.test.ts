import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printedLine } from '../../../src/core/learning/words/line-marker'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { sampleToReport } from '../../../src/core/learning/sample-to-report'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { ReportSchema, type Report } from '../../../src/core/report/report'
import { readDocx } from '../../../src/formats/docx/read/read-docx'
import { readDocxDocument } from '../../../src/formats/docx/read/read-docx-document'
import { writeDocx } from '../../../src/formats/docx/write-docx'
import { arbitraryNormalReport } from '../../support/arbitrary-report'
import { countingIds } from '../../support/identities'
import { findLost } from '../../support/printed-texts'
import { partyReport, stateReport } from '../../support/sample-reports'

const NOW = '2026-07-05T08:00:00+07:00'

const exported = (report: Report) => writeDocx(report, { layout: report.layout, isDraft: false, now: NOW })

async function readBack(report: Report): Promise<SampleDocument> {
  const read = readDocx(await exported(report), 'bao-cao.docx')
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

/** Those, and hyphens that only may break, a reader takes away. */
const withoutDirectionMarks = (report: Report): Report =>
  ReportSchema.parse(JSON.parse(JSON.stringify(report).replace(/[\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')))

describe('a report of ours, exported to Word and read again', () => {
  it('has all its words, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNormalReport, async (any) => {
        const report = withoutDirectionMarks(any)
        const { paragraphs } = await readBack(report)
        const lines = paragraphs.map(({ text, signals }) => printedLine({ text, listMarker: signals.listMarker }))
        expect(findLost(report, lines.join('\n'))).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['party', partyReport],
    ['state', stateReport],
  ])('has its letterhead, date and signature, in the layout %s', async (_, report) => {
    const sample = segmentSample(await readBack(report), '')
    const { value } = sampleToReport(sample, { layout: 'party', now: NOW }, countingIds())
    if (value.kind !== 'formalReport') throw new Error(value.kind)
    const { letterhead, signatureBlock } = report
    expect(value.layout).toBe(report.layout)
    expect(value.letterhead).toMatchObject({
      documentSymbol: letterhead.documentSymbol,
      issuePlace: letterhead.issuePlace,
      issueDate: letterhead.issueDate,
    })
    expect(value.signatureBlock.signerName).toBe(signatureBlock.signerName)
  })

  it('has the page and the type it was written with', async () => {
    const read = readDocxDocument(await exported(partyReport))
    if (!read.ok) throw new Error(read.error)
    const [section] = read.value.document.sections
    expect(section).toMatchObject({ pageWidth: 11906, pageHeight: 16838, marginLeft: 1701 })
    const body = read.value.document.blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []))
    const runs = body.flatMap(({ inlines }) =>
      inlines.flatMap((inline) => (inline.type === 'text' ? [inline.format] : [])),
    )
    expect(new Set(runs.map(({ font }) => font))).toEqual(new Set(['Times New Roman']))
    expect(runs.every(({ size }) => size !== undefined && size >= 24)).toBe(true)
    expect(read.value.notices).toEqual([])
  })
})
