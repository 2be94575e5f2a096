/**
 * The bytes of a .docx → the document with everything resolved, and what could not be carried. Only the parts that the
 * main part refers to are unpacked; nothing outside the package is opened. docs/supported-docx.md is the checklist.
 */
import type { Notice } from '../../../core/notice'
import { err, ok, type Result } from '../../../core/result'
import type { LegacyEncoding } from '../../../core/vietnamese/legacy-tables'
import { legacyFontsNotices } from '../../decode-legacy-sample'
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childrenOf, elementsIn } from '../../xml/xml-element'
import { BlockReader, readBlocks } from './block-reader'
import { countLists } from './count-lists'
import { noteKey, type DocxBlock, type DocxDocument, type DocxMarginText, type DocxSection } from './docx-document'
import { FieldStack } from './fields'
import { isSafeLink } from './links'
import { LossLog, ofStoryLeftOut, type LossSink } from './losses'
import { openPackage, type Package, type PackageProblem, type Relationship } from './open-package'
import { plainText } from './plain-text'
import { readNumbering, type Lists } from './read-numbering'
import { marginReferences, readSection } from './read-section'
import { readStyles, readThemeFonts, type StyleSheet } from './read-styles'
import { StoryFault, type StoryContext } from './story-context'

interface ReadDocx {
  readonly document: DocxDocument
  readonly notices: readonly Notice[]
}

export type DocxProblem = PackageProblem | StoryFault['problem'] | 'no document' | 'not a text document'

export function readDocxDocument(bytes: Uint8Array): Result<ReadDocx, DocxProblem> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  try {
    return ok(new DocxReader(opened.value).read())
  } catch (fault) {
    if (fault instanceof PartFault || fault instanceof StoryFault) return err(fault.problem)
    throw fault
  }
}

/** A part that must not be passed over. */
class PartFault extends Error {
  constructor(readonly problem: DocxProblem) {
    super(problem)
  }
}

class DocxReader {
  readonly #losses = new LossLog()
  readonly #encodings = new Set<LegacyEncoding>()
  readonly #noteNumbers = new Map<string, number>()
  readonly #packageRelationships: readonly Relationship[]
  readonly #main: string
  readonly #relationships: readonly Relationship[]
  readonly #styles: StyleSheet
  readonly #lists: Lists

  constructor(readonly files: Package) {
    this.#packageRelationships = this.#relationshipsOf('')
    const main = this.#packageRelationships.find(({ type, isExternal }) => type === 'officeDocument' && !isExternal)
    if (!main) throw new PartFault('no document')
    this.#main = main.target
    this.#relationships = this.#relationshipsOf(this.#main)
    this.#styles = readStyles(this.#partOf('styles'), readThemeFonts(this.#partOf('theme')))
    this.#lists = readNumbering(this.#partOf('numbering'), this.#styles)
  }

  read(): ReadDocx {
    this.#tellSettings()
    const notes = new Map([...this.#readNotes('footnote'), ...this.#readNotes('endnote')])
    const document = { ...this.#readBody(), notes }
    this.#tellComments()
    return { document, notices: [...legacyFontsNotices(this.#encodings), ...this.#losses.notices()] }
  }

  #readBody(): Pick<DocxDocument, 'blocks' | 'sections'> {
    const starts: { properties: XmlElement; end: number }[] = []
    const reader = new BlockReader(this.#context(), (properties, end) => starts.push({ properties, end }))
    const root = this.#xml(this.#main, { parent: 'w:body', onElement: (element) => reader.add(element) })
    if (!root) throw new PartFault('no document')
    if (root.name !== 'w:document') throw new PartFault('not a text document')
    const blocks = reader.finish()
    return { blocks, sections: this.#readSections(starts) }
  }

  /** A section that names no header of a kind goes on with the one before it (17.10.5). */
  #readSections(ends: readonly { properties: XmlElement; end: number }[]): readonly DocxSection[] {
    const read = new Map<string, readonly DocxBlock[]>()
    const current = new Map<string, DocxMarginText>()
    const sections = ends.map(({ properties }, at) => {
      for (const { relationship, place, pages } of marginReferences(properties)) {
        const part = this.#relationships.find((one) => one.id === relationship && !one.isExternal)?.target ?? ''
        const blocks = read.get(part) ?? this.#readMargin(part)
        read.set(part, blocks)
        current.set(`${place}/${pages}`, { place, pages, blocks })
      }
      return readSection(properties, ends[at - 1]?.end ?? 0, [...current.values()])
    })
    return sections.length > 0 ? sections : [{ firstBlock: 0, isLandscape: false, hasTitlePage: false, margins: [] }]
  }

  #readMargin(part: string): readonly DocxBlock[] {
    const root = part === '' ? undefined : this.#xml(part)
    if (!root) return []
    this.#relationshipsOf(part)
    const blocks = readBlocks(elementsIn(root), this.#context(ofStoryLeftOut(this.#losses)))
    const words = plainText(blocks)
    if (/\p{L}/u.test(words)) this.#losses.add('read.headersLeftOut', words)
    return blocks
  }

  #readNotes(kind: 'footnote' | 'endnote'): readonly (readonly [string, readonly DocxBlock[]])[] {
    const context = this.#context()
    return childrenOf(this.#partOf(`${kind}s`), `w:${kind}`)
      .filter((note) => !SEPARATORS.has(attributeOf(note, 'w:type') ?? ''))
      .map((note) => {
        const id = attributeOf(note, 'w:id') ?? ''
        return [noteKey(kind, id), readBlocks(elementsIn(note), context)] as const
      })
  }

  #tellComments(): void {
    const context = this.#context(ofStoryLeftOut(this.#losses))
    for (const comment of childrenOf(this.#partOf('comments'), 'w:comment')) {
      const words = plainText(readBlocks(elementsIn(comment), context))
      this.#losses.add('read.commentsLeftOut', words)
    }
  }

  #tellSettings(): void {
    const settings = this.#relationships.find(({ type, isExternal }) => type === 'settings' && !isExternal)
    if (settings) this.#relationshipsOf(settings.target)
    const all = [...this.#packageRelationships, ...this.#relationships]
    if (all.some(({ type }) => PROGRAMS.has(type))) this.#losses.add('read.macrosLeftOut')
  }

  #context(losses: LossSink = this.#losses): StoryContext {
    return {
      styles: this.#styles,
      lists: countLists(this.#lists),
      losses,
      fields: new FieldStack(losses),
      encodings: this.#encodings,
      noteNumbers: this.#noteNumbers,
      tableDepth: 0,
      isTableOfContents: false,
      readBlocks,
    }
  }

  /** The part of the main part with this type; told where the package refers to one it does not hold. */
  #partOf(type: string): XmlElement | undefined {
    const relationship = this.#relationships.find((one) => one.type === type && !one.isExternal)
    if (!relationship) return undefined
    const root = this.#xml(relationship.target)
    this.#relationshipsOf(relationship.target)
    return root
  }

  #xml(part: string, stream?: Parameters<Package['xmlOf']>[1]): XmlElement | undefined {
    const xml = this.files.xmlOf(part, stream)
    if (!xml.ok) throw new PartFault(xml.error)
    if (!xml.value) {
      this.#losses.add('read.partsMissing', part)
      return undefined
    }
    if (xml.value.damaged > 0) this.#losses.add('text.damagedBytes', '', xml.value.damaged)
    return xml.value.root
  }

  /** Told once for each: what points outside is never opened. */
  #relationshipsOf(part: string): readonly Relationship[] {
    const relationships = this.files.relationshipsOf(part)
    if (!relationships.ok) throw new PartFault(relationships.error)
    for (const { type, target, isExternal } of relationships.value) {
      if (!isExternal || (type === 'hyperlink' && isSafeLink(target))) continue
      this.#losses.add('read.outsideLinksDropped', target)
    }
    return relationships.value
  }
}

/** Macros, and buttons of the file's own for Word's ribbon, which call them. */
const PROGRAMS: ReadonlySet<string> = new Set(['vbaProject', 'extensibility', 'userCustomization'])

/** The lines that Word draws above notes. */
const SEPARATORS: ReadonlySet<string> = new Set(['separator', 'continuationSeparator', 'continuationNotice'])
