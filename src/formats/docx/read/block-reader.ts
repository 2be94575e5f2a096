/** The blocks of a story one after another, as its elements come. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, elementsIn } from '../../xml/xml-element'
import { chooseAlternative } from './choose-alternative'
import type { DocxBlock, DocxInline } from './docx-document'
import { placeParagraph, readParagraph } from './read-paragraph'
import { readTable } from './read-table'
import type { StoryContext } from './story-context'
import { wordsOf } from './words-of'

export class BlockReader {
  readonly blocks: DocxBlock[] = []
  /** What belongs to the next paragraph, because the end before it is deleted. */
  #carried: DocxInline[] = []
  #lastProperties: XmlElement | undefined

  /** `onSection` gets the properties of a section with the number of blocks up to its end. */
  constructor(
    readonly context: StoryContext,
    readonly onSection: (properties: XmlElement, blocks: number) => void = () => undefined,
  ) {}

  add(element: XmlElement, context = this.context): void {
    switch (element.name) {
      case 'w:p':
        this.#addParagraph(element, context)
        break
      case 'w:tbl':
        this.#endCarried(context)
        this.blocks.push(readTable(element, context))
        break
      case 'w:sectPr':
        this.#endCarried(context)
        this.onSection(element, this.blocks.length)
        break
      case 'w:altChunk':
      case 'w:subDoc':
        context.losses.add('read.insertedFilesLeftOut')
        break
      case 'w:del':
      case 'w:moveFrom':
        // Round whole paragraphs, as some programs write it.
        context.losses.add('read.deletionsLeftOut', wordsOf(element))
        break
      case 'w:sdt':
        this.#addAll(element, isTableOfContents(element) ? { ...context, isTableOfContents: true } : context)
        break
      case 'mc:AlternateContent': {
        const chosen = chooseAlternative(element)
        if (chosen) this.#addAll(chosen, context)
        break
      }
      case 'w:r':
      case 'w:hyperlink':
      case 'm:oMathPara':
      case 'm:oMath':
        // No block, but some programs leave it between paragraphs: a paragraph of its own keeps its text.
        this.#addParagraph({ name: 'w:p', attributes: [], children: [element] }, context)
        break
      default:
        this.#addAll(element, context)
    }
  }

  #addAll(element: XmlElement, context: StoryContext): void {
    for (const child of elementsIn(element)) this.add(child, context)
  }

  #addParagraph(element: XmlElement, context: StoryContext): void {
    const { inlines, isJoinedToNext, properties } = readParagraph(element, context)
    for (const inline of inlines) this.#carried.push(inline)
    this.#lastProperties = properties
    if (!isJoinedToNext) this.#place(context)
    const section = childOf(properties, 'w:sectPr')
    if (section) this.onSection(section, this.blocks.length)
  }

  #place(context: StoryContext): void {
    this.blocks.push(placeParagraph(this.#carried, this.#lastProperties, context))
    this.#carried = []
  }

  #endCarried(context: StoryContext): void {
    if (this.#carried.length > 0) this.#place(context)
  }

  finish(): readonly DocxBlock[] {
    this.#endCarried(this.context)
    return this.blocks
  }
}

export function readBlocks(elements: readonly XmlElement[], context: StoryContext): readonly DocxBlock[] {
  const reader = new BlockReader(context)
  for (const element of elements) reader.add(element)
  return reader.finish()
}

function isTableOfContents(control: XmlElement): boolean {
  const gallery = childOf(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return attributeOf(gallery, 'w:val') === 'Table of Contents'
}
