/**
 * The text of a PDF → paragraphs, with pdf.js as it runs without a screen: no fonts, scripts or forms of the file are
 * used, nothing is fetched. Scanned pages have no text; that is said, never guessed.
 */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { AppError } from '../../core/app-error'
import type { SampleDocument } from '../../core/learning/sample-document'
import type { Notice } from '../../core/notice'
import { err, ok, type Result } from '../../core/result'
import { legacyFont } from '../../core/vietnamese/legacy-encodings'
import { legacyFontsNotices } from '../decode-legacy-sample'
import { drawnGlyphs, hasLettersInGaps } from './drawn-glyphs'
import { joinLines } from './join-lines'
import { withoutFurniture } from './page-furniture'
import { linesOfPage, type PlacedText } from './page-lines'
import { withSoftHyphens } from './soft-hyphens'
import { noticesOfWordsBeside } from './words-beside'

/** Ten times the longest report. */
const LIMIT_PAGES = 500

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Reads the bytes of a .pdf file. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<SampleDocument, AppError>> {
  const opened = await openPdf(bytes, name)
  if (!opened.ok) return opened
  const pdf = opened.value
  try {
    if (pdf.numPages > LIMIT_PAGES) return err({ code: 'file.tooManyPages', name, limitPages: LIMIT_PAGES })
    const sample = toSample(await textsOfPages(pdf), name)
    if (!sample.ok) return sample
    return ok({ ...sample.value, notices: [...sample.value.notices, ...(await noticesOfWordsBeside(pdf))] })
  } catch (fault) {
    return err({ code: 'file.damaged', name, detail: detailOf(fault) })
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array, name: string): Promise<Result<Pdf, AppError>> {
  try {
    // pdf.js takes the bytes for itself; the caller still needs them.
    return ok(await getDocumentProxy(bytes.slice(), OPTIONS))
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'PasswordException') return err({ code: 'file.encrypted', name })
    return err({ code: 'file.damaged', name, detail: detailOf(fault) })
  }
}

const OPTIONS = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  // Pictures are not looked at.
  maxImageSize: 0,
  // Errors only.
  verbosity: 0,
} as const

const detailOf = (fault: unknown): string => (fault instanceof Error ? fault.message : 'pdf')

interface PageTexts {
  readonly texts: readonly PlacedText[]
  /** In points. */
  readonly height: number
}

async function textsOfPages(pdf: Pdf): Promise<readonly PageTexts[]> {
  const fonts = new Map<string, string>()
  const pages: PageTexts[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    pages.push({ texts: await textsOfPage(page, fonts), height: page.getViewport({ scale: 1 }).height })
    page.cleanup()
  }
  return pages
}

async function textsOfPage(page: Page, fonts: Map<string, string>): Promise<readonly PlacedText[]> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const texts = items.filter((item) => 'str' in item)
  const used = new Set(texts.filter(({ str }) => str.trim() !== '').map(({ fontName }) => fontName))
  if ([...used].some((font) => !fonts.has(font))) await nameFonts(page, used, fonts)
  const toPage = page.getViewport({ scale: 1 }).transform as readonly number[]
  const pieces = texts.map(({ str, transform, width, fontName }) => ({
    text: str,
    ...placed(transform as readonly number[], toPage),
    width,
    font: fonts.get(fontName),
  }))
  if (hasLettersInGaps(pieces)) {
    const operators = await page.getOperatorList()
    return drawnGlyphs(operators, toPage, (font) => fonts.get(font))
  }
  const hasTcvn3 = pieces.some(({ font }) => legacyFont(font)?.encoding === 'tcvn3')
  return hasTcvn3 ? withSoftHyphens(pieces, await drawnText(page)) : pieces
}

/** The characters of every glyph, in the order they are drawn. */
async function drawnText(page: Page): Promise<string> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray
    .flatMap((operator, index) => (operator === OPS.showText ? glyphsOf(argsArray[index]) : []))
    .map((glyph) => (hasUnicode(glyph) ? glyph.unicode : ''))
    .join('')
}

/** The one argument of an operator that shows text: glyphs, and numbers that move them apart. */
const glyphsOf = (operands: unknown): readonly unknown[] => {
  const first: unknown = Array.isArray(operands) ? operands[0] : undefined
  return Array.isArray(first) ? first : []
}

const hasUnicode = (glyph: unknown): glyph is { readonly unicode: string } =>
  typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string'

/** The name of a font comes only with the drawing of a page; one page has most of them. */
async function nameFonts(page: Page, used: ReadonlySet<string>, fonts: Map<string, string>): Promise<void> {
  await page.getOperatorList()
  for (const font of used) {
    const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined
    fonts.set(font, isNamed(known) ? known.name : '')
  }
}

const isNamed = (font: unknown): font is { readonly name: string } =>
  typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'

/** The matrix of a piece of text, carried over into the page as it is shown, turned pages upright. */
function placed(text: readonly number[], page: readonly number[]): Pick<PlacedText, 'x' | 'y' | 'size'> {
  const [, , c = 0, d = 0, e = 0, f = 0] = text
  const [pa = 1, pb = 0, pc = 0, pd = 1, pe = 0, pf = 0] = page
  return {
    x: pa * e + pc * f + pe,
    y: pb * e + pd * f + pf,
    size: Math.hypot(c, d),
  }
}

function toSample(texts: readonly PageTexts[], name: string): Result<SampleDocument, AppError> {
  const lines = texts.map((page) => ({ lines: linesOfPage(page.texts), height: page.height }))
  const empty = lines.flatMap((page, index) => (page.lines.length === 0 ? [index + 1] : []))
  if (empty.length === lines.length) return err({ code: 'file.noText', name })
  const { pages, removed } = withoutFurniture(lines)
  const { paragraphs, encodings } = joinLines(pages)
  // A font that says nothing of its letters gives text without one.
  if (paragraphs.every(({ text }) => !HAS_SIGN.test(text))) return err({ code: 'file.noText', name })
  return ok({
    name,
    paragraphs: paragraphs.map((paragraph, index) => ({ index, ...paragraph })),
    notices: [...legacyFontsNotices(encodings), ...noticesOf(removed, empty)],
  })
}

/** Anything that is neither white space nor a control character. */
const HAS_SIGN = /[^\s\p{C}]/u

function noticesOf(removed: readonly string[], empty: readonly number[]): readonly Notice[] {
  const notices: Notice[] = [{ code: 'read.linesJoined', severity: 'hint' }]
  if (removed.length > 0) {
    const text = [...new Set(removed)].slice(0, 3).join('; ')
    notices.push({ code: 'read.pageFurniture', severity: 'hint', data: { count: removed.length, text } })
  }
  if (empty.length > 0) {
    const data = { count: empty.length, pages: empty.slice(0, 10).join(', ') }
    notices.push({ code: 'read.pagesWithoutText', severity: 'warning', data })
  }
  return notices
}
