/** What lies on or beside the pages of a PDF and is no text of theirs: remarks, filled fields, files inside. */
import type { getDocumentProxy } from 'unpdf'
import type { Notice } from '../../core/notice'
import { LossLog, type Loss } from '../docx/read/losses'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Notices of all of it. A page whose remarks cannot be read keeps its text all the same. */
export async function noticesOfWordsBeside(pdf: Pdf): Promise<readonly Notice[]> {
  const losses = new LossLog()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const annotations: readonly unknown[] = await page.getAnnotations().catch(() => [])
    for (const annotation of annotations) tell(annotation, losses)
  }
  const files: unknown = await pdf.getAttachments().catch(() => undefined)
  if (files instanceof Map) for (const name of files.keys()) losses.add('read.objectsLeftOut', String(name))
  return losses.notices()
}

/** A remark stands once as itself and once as the window it opens in. */
const SAID_ELSEWHERE: ReadonlySet<unknown> = new Set(['Popup', 'Link'])

function tell(annotation: unknown, losses: LossLog): void {
  if (typeof annotation !== 'object' || annotation === null) return
  const of = new Map<string, unknown>(Object.entries(annotation))
  const subtype = of.get('subtype')
  if (SAID_ELSEWHERE.has(subtype)) return
  const [loss, words]: readonly [Loss, unknown] =
    subtype === 'Widget'
      ? ['read.formsLeftOut', of.get('fieldValue')]
      : ['read.commentsLeftOut', strOf(of.get('contentsObj'))]
  if (typeof words === 'string' && words.trim() !== '') losses.add(loss, words)
}

const strOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'str' in value ? value.str : undefined
