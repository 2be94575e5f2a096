/**
 * A saved page → paragraphs. Streams through the tags without building a tree, so a page of any shape costs its length.
 * Promises every visible character of the page in reading order; does not decide what the article is.
 */
import type { AppError } from '../../core/app-error'
import type { SampleDocument } from '../../core/learning/sample-document'
import type { Notice } from '../../core/notice'
import { err, ok, type Result } from '../../core/result'
import { legacyFontsNotices } from '../decode-legacy-sample'
import { LossLog } from '../docx/read/losses'
import { decodeText, type DecodeOptions } from '../text/decode-text'
import { BoundedParser } from './bounded-parser'
import { BLOCKS, EMBEDDED, FORM_FIELDS, SILENT, VOIDS } from './element-kinds'
import { openElement, ROOT, type OpenElement } from './open-element'
import { ParagraphCollector } from './paragraph-collector'
import { StyleSheets } from './style-rules'

/** Deeper elements add no structure any more; their text is kept. */
const MAX_DEPTH = 512

/** Reads the bytes of an .html file. */
export function readHtml(
  bytes: Uint8Array,
  name: string,
  { legacy }: Pick<DecodeOptions, 'legacy'>,
): Result<SampleDocument, AppError> {
  const decoded = decodeText(bytes, name, { legacy, declared: declaredEncoding(bytes) })
  if (!decoded.ok) return decoded
  const page = readPage(decoded.value.value)
  if (page.paragraphs.length === 0) return err({ code: 'file.empty', name })
  return ok({ name, paragraphs: page.paragraphs, notices: [...decoded.value.notices, ...page.notices] })
}

/** So far into a page browsers look for what it says about its encoding (HTML, 13.2.3.2). */
const DECLARED_WITHIN = 1024

const declaredEncoding = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(
    new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN)),
  )?.[1]

function readPage(html: string): Pick<SampleDocument, 'paragraphs' | 'notices'> {
  const collector = new ParagraphCollector()
  const styles = new StyleSheets()
  const losses = new LossLog()
  const stack: OpenElement[] = [ROOT]
  const seen = { hidden: 0, tooDeep: 0 }
  let leftOut = ''
  const top = (): OpenElement => stack.at(-1) ?? ROOT

  const parser = new BoundedParser(
    html,
    {
      onopentag(name, attributes) {
        if (name === 'br' || name === 'hr') collector.endLine()
        tellLoss(name, attributes, top(), losses)
        if (VOIDS.has(name)) return
        const element = openElement(name, attributes, top(), styles)
        const isFirstHidden = element.isHidden && !top().isHidden && !top().isSilent && !SILENT.has(name)
        if (isFirstHidden && !element.leftOut) seen.hidden += 1
        stack.push(element)
        if (!element.isSilent && !element.isHidden) collector.open(element)
      },
      ontext(text) {
        const element = top()
        if (element.name === 'style') styles.add(text)
        if (element.leftOut && !element.isSilent) leftOut += text
        if (!element.isSilent && !element.isHidden) collector.addText(text, element)
      },
      onclosetag(name) {
        if (VOIDS.has(name)) return
        const element = stack.length > 1 ? stack.pop() : undefined
        if (element && !element.isSilent && !element.isHidden) collector.close(element)
        if (element?.leftOut && !top().leftOut) {
          // Most drawings are signs without words.
          if (leftOut.trim() !== '') losses.add(element.leftOut, leftOut)
          leftOut = ''
        }
      },
    },
    {
      // What a script or style holds is no text at any depth; inside one, nothing needs to be told apart.
      mayOpen: (name) => stack.length <= MAX_DEPTH || VOIDS.has(name) || (SILENT.has(name) && !top().isSilent),
      onPassedOver: (name, kind) => {
        if (kind === 'start') seen.tooDeep += 1
        if (BLOCKS.has(name)) collector.endLine()
      },
    },
  )
  parser.read()
  const { paragraphs, encodings, mergedCells } = collector.finish()
  if (mergedCells > 0) losses.add('read.mergedCells', '', mergedCells)
  return { paragraphs, notices: [...legacyFontsNotices(encodings), ...noticesOf(seen), ...losses.notices()] }
}

/** Menus and sidebars are not the text that something could be missing from. */
function tellLoss(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: OpenElement,
  losses: LossLog,
): void {
  if (parent.isSilent || parent.isHidden || parent.signals.isOutsideContent === true) return
  if (name === 'ins' && 'datetime' in attributes) losses.add('read.insertionsTaken')
  else if (name === 'img') losses.add('read.picturesLeftOut', attributes['alt'] ?? '')
  else if (name === 'math') losses.add('read.equationsAsText')
  else if (EMBEDDED.has(name)) losses.add('read.objectsLeftOut', attributes['title'] ?? '')
  else if (FORM_FIELDS.has(name) && attributes['type'] !== 'hidden') losses.add('read.formsLeftOut')
}

function noticesOf(seen: { readonly hidden: number; readonly tooDeep: number }): readonly Notice[] {
  const notices: Notice[] = []
  if (seen.hidden > 0) notices.push({ code: 'html.hiddenSkipped', severity: 'hint', data: { count: seen.hidden } })
  if (seen.tooDeep > 0) notices.push({ code: 'html.tooDeep', severity: 'warning', data: { count: seen.tooDeep } })
  return notices
}
