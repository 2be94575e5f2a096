/** What floats or stands in a line of text: pictures, charts, embedded files, and boxes with paragraphs in them. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, elementsIn, ownText } from '../../xml/xml-element'
import { chooseAlternative } from './choose-alternative'
import type { DocxBlock, DocxInline } from './docx-document'
import type { StoryContext } from './story-context'

/** `w:drawing`, `w:pict`, `w:object`. Lines and empty shapes give nothing. */
export function readGraphic(graphic: XmlElement, context: StoryContext): readonly DocxInline[] {
  const found: DocxInline[] = []
  const isObject = graphic.name === 'w:object' || graphic.name === 'w:control'
  if (isObject) context.losses.add('read.objectsLeftOut', objectName(graphic))
  walk(graphic, '', { found, context, isObject })
  return found
}

interface GraphicState {
  readonly found: DocxInline[]
  readonly context: StoryContext
  /** Its picture is only how the object looks. */
  readonly isObject: boolean
}

const OTHER_OBJECTS: ReadonlySet<string> = new Set(['c:chart', 'dgm:relIds'])

function walk(element: XmlElement, above: string, state: GraphicState): void {
  const { found, context, isObject } = state
  const description = descriptionIn(element) ?? above
  for (const child of elementsIn(element)) {
    if (child.name === 'w:txbxContent') {
      const blocks = context.readBlocks(elementsIn(child), context)
      if (!blocks.some(hasContent)) continue
      context.losses.add('read.textBoxesPlaced')
      found.push({ type: 'textBox', blocks })
    } else if (child.name === 'pic:pic' || child.name === 'v:imagedata') {
      if (isObject) continue
      context.losses.add('read.picturesLeftOut', description)
      found.push({ type: 'picture', description })
    } else if (child.name === 'v:textpath' || child.name === 'a:p') {
      const words = child.name === 'a:p' ? drawnWords(child) : (attributeOf(child, 'string') ?? '')
      if (words !== '') context.losses.add('read.objectsLeftOut', words)
    } else if (OTHER_OBJECTS.has(child.name)) {
      context.losses.add('read.objectsLeftOut', description)
    } else {
      const inner = child.name === 'mc:AlternateContent' ? chooseAlternative(child) : child
      if (inner) walk(inner, description, state)
    }
  }
}

/** Of a paragraph that is part of a drawing. */
const drawnWords = (element: XmlElement): string =>
  elementsIn(element)
    .map((child) => (child.name === 'a:t' ? ownText(child) : drawnWords(child)))
    .join('')

/** What the author wrote to stand for a picture: beside it in DrawingML, at the shape in VML. */
function descriptionIn(element: XmlElement): string | undefined {
  const properties = elementsIn(element).find((child) => child.name === 'wp:docPr')
  return attributeOf(properties, 'descr') ?? (element.name.startsWith('v:') ? attributeOf(element, 'alt') : undefined)
}

function objectName(graphic: XmlElement): string {
  const inner = elementsIn(graphic).find((child) => child.name === 'o:OLEObject')
  return attributeOf(inner, 'ProgID') ?? ''
}

function hasContent(block: DocxBlock): boolean {
  return block.type === 'paragraph'
    ? block.inlines.length > 0
    : block.rows.some((row) => row.cells.some((cell) => cell.blocks.some(hasContent)))
}
