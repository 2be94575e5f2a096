/** What stands in a paragraph: runs with their format, tracked changes, fields, notes, signs, pictures, text boxes. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, elementsIn, ownText } from '../../xml/xml-element'
import { chooseAlternative } from './choose-alternative'
import type { DocxInline, NoteKind, RunFormat } from './docx-document'
import { InlineCollector, type TextState } from './inline-collector'
import { readGraphic } from './read-graphic'
import { isOn, readRunFormat } from './read-format'
import type { StyleUse } from './read-styles'
import type { StoryContext } from './story-context'
import { isPictureFont, symbolText, UNKNOWN_SYMBOL } from './symbols'

export function readInlines(paragraph: XmlElement, use: StyleUse, context: StoryContext): DocxInline[] {
  const collector = new InlineCollector(context)
  readContent(paragraph, { use, context, collector, state: 'plain' })
  return collector.finish()
}

interface InlineState {
  readonly use: StyleUse
  readonly context: StoryContext
  readonly collector: InlineCollector
  readonly state: TextState
}

function readContent(parent: XmlElement, inline: InlineState): void {
  for (const element of elementsIn(parent)) readPiece(element, inline)
}

function readPiece(element: XmlElement, inline: InlineState): void {
  switch (element.name) {
    case 'w:r':
      readRun(element, inline)
      break
    case 'w:pPr':
    case 'w:sdtPr':
      break
    case 'w:ins':
    case 'w:moveTo':
      readContent(element, inline.state === 'deleted' ? inline : { ...inline, state: 'inserted' })
      break
    case 'w:del':
    case 'w:moveFrom':
      readContent(element, { ...inline, state: 'deleted' })
      break
    case 'w:fldSimple': {
      const { fields } = inline.context
      fields.begin()
      fields.instruct(attributeOf(element, 'w:instr') ?? '')
      fields.separate()
      readContent(element, inline)
      fields.end()
      break
    }
    case 'm:oMath':
      inline.context.losses.add('read.equationsAsText')
      inline.collector.addText(
        mathText(element, inline.context),
        inline.context.styles.runFormat(inline.use),
        inline.state,
      )
      break
    case 'mc:AlternateContent': {
      const chosen = chooseAlternative(element)
      if (chosen) readContent(chosen, inline)
      break
    }
    default:
      // Hyperlinks, content controls, smart tags, and whatever a later Word wraps round its runs.
      readContent(element, inline)
  }
}

function mathText(element: XmlElement, context: StoryContext): string {
  return elementsIn(element)
    .map((child) => {
      if (child.name === 'm:t' || child.name === 'w:t') return ownText(child)
      const text = mathText(child, context)
      if (child.name !== 'w:del' && child.name !== 'w:moveFrom') return text
      context.losses.add('read.deletionsLeftOut', text)
      return ''
    })
    .join('')
}

function readRun(run: XmlElement, inline: InlineState): void {
  const { styles } = inline.context
  const properties = childOf(run, 'w:rPr')
  const character = attributeOf(childOf(properties, 'w:rStyle'), 'w:val')
  const below = styles.runFormat(character === undefined ? inline.use : { ...inline.use, character })
  const own = readRunFormat(properties, styles.theme)
  const format = Object.keys(own).length === 0 ? below : { ...below, ...own }
  for (const element of elementsIn(run)) readRunPiece(element, format, inline)
}

const BREAKS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
  ['w:softHyphen', '\u00AD'],
])

function readRunPiece(element: XmlElement, format: RunFormat, inline: InlineState): void {
  const { collector, context, state } = inline
  const broken = BREAKS.get(element.name)
  if (broken !== undefined) return collector.addText(broken, format, state)
  switch (element.name) {
    case 'w:t':
      // White space of the file's own layout is one space on the page.
      collector.addText(pictured(ownText(element).replace(/[\t\r\n]+/g, ' '), format, context), format, state)
      break
    case 'w:delText':
      collector.addText(ownText(element), format, 'deleted')
      break
    case 'w:sym':
      collector.addText(symbolOf(element, context), format, state)
      break
    case 'w:fldChar':
      collector.addText(checkBoxOf(element), format, state)
      readFieldMark(attributeOf(element, 'w:fldCharType'), context)
      break
    case 'w:instrText':
      context.fields.instruct(ownText(element))
      break
    case 'w:footnoteReference':
      readNote('footnote', element, inline)
      break
    case 'w:endnoteReference':
      readNote('endnote', element, inline)
      break
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'w:control':
      if (state !== 'deleted') for (const piece of readGraphic(element, context)) collector.add(piece)
      break
    case 'mc:AlternateContent':
      for (const piece of chooseAlternative(element)?.children ?? [])
        if (typeof piece !== 'string') readRunPiece(piece, format, inline)
      break
    case 'w:rPr':
    case 'w:rt':
    case 'w:delInstrText':
      break
    default:
      for (const piece of elementsIn(element)) {
        if (piece.name === 'w:r') readRun(piece, inline)
        else readRunPiece(piece, format, inline)
      }
  }
}

function readFieldMark(type: string | undefined, { fields }: StoryContext): void {
  if (type === 'begin') fields.begin()
  else if (type === 'separate') fields.separate()
  else if (type === 'end') fields.end()
}

/** The box of a form: its field shows no text, the box stands in the field's own properties. */
function checkBoxOf(mark: XmlElement): string {
  const box = childOf(childOf(mark, 'w:ffData'), 'w:checkBox')
  if (!box) return ''
  return isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) ? '☑' : '☐'
}

function readNote(kind: NoteKind, element: XmlElement, { collector, context, state }: InlineState): void {
  const id = attributeOf(element, 'w:id')
  if (id === undefined || state === 'deleted') return
  const number = (context.noteNumbers.get(kind) ?? 0) + 1
  context.noteNumbers.set(kind, number)
  collector.add({ type: 'note', kind, id, mark: String(number) })
}

function symbolOf(element: XmlElement, { losses }: StoryContext): string {
  const code = parseInt(attributeOf(element, 'w:char') ?? '', 16)
  const text = Number.isNaN(code) ? undefined : symbolText(code, attributeOf(element, 'w:font') ?? '')
  if (text === undefined) losses.add('read.symbolsUnknown')
  return text ?? UNKNOWN_SYMBOL
}

/** Letters typed in a font of pictures. Spaces, and what such a font draws like any other, stay. */
function pictured(text: string, format: RunFormat, { losses }: StoryContext): string {
  const { font } = format
  if (font === undefined || !isPictureFont(font)) return text
  return text.replace(/[^\s]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    const sign = symbolText(code, font)
    if (sign !== undefined) return sign
    if (/^symbol$/i.test(font) && code < 0x80) return letter
    losses.add('read.symbolsUnknown')
    return UNKNOWN_SYMBOL
  })
}
