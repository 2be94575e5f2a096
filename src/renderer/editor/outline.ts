/**
 * What stands on the page without being text: the numbers of headings and list lines, the grey notes beside headings.
 * All of it follows from the body, is written into data attributes after an update, and drawn by the style sheet.
 */
import { $getRoot, HISTORIC_TAG, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import { headingElementAt, listMarkerPattern, styleOf } from '../../core/official-layout/layout'
import { layoutFor } from '../../core/official-layout/layouts'
import { listMarker } from '../../core/official-layout/list-marker'
import { numberHeadings } from '../../core/official-layout/number-headings'
import type { LayoutId } from '../../core/report/report'
import type { BodyReader } from './body-reader'
import { foldSections, type FlatBlock } from './editor-to-report'
import { LineRun } from './line-run'
import { isRowChanged, LOAD_TAG } from './history'

export interface OutlineOptions {
  readonly layout: LayoutId
  readonly hasParts: boolean
  readonly isGuidanceShown: boolean
  readonly notes: { readonly silent: string; readonly required: string; readonly unnamed: string }
}

export interface Outline {
  /** Draws everything anew, after other options. */
  readonly redraw: () => void
  readonly dispose: () => void
}

export function registerOutline(editor: LexicalEditor, reader: BodyReader, options: () => OutlineOptions): Outline {
  const shapes = new Map<NodeKey, string>()
  let isStale = true

  const draw = (): void => {
    isStale = false
    editor.getEditorState().read(() => {
      const blocks = $getRoot()
        .getChildren()
        .map((node) => ({ key: node.getKey(), block: reader.readBlock(node) }))
      shapes.clear()
      for (const { key, block } of blocks) shapes.set(key, shapeOf(block))
      for (const { key, attributes } of outlineOf(blocks, options())) show(editor.getElementByKey(key), attributes)
    })
  }

  const unregisterRoot = editor.registerRootListener(() => {
    isStale = true
  })
  const unregisterUpdate = editor.registerUpdateListener((payload) => {
    const { editorState, dirtyElements, dirtyLeaves, tags } = payload
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
    if (isRowChanged(payload) || tags.has(HISTORIC_TAG) || tags.has(LOAD_TAG)) isStale = true
    else {
      isStale ||= editorState.read(() =>
        $topNodes(dirtyElements.keys()).some((node) => shapes.get(node.getKey()) !== shapeOf(reader.readBlock(node))),
      )
    }
    if (isStale) draw()
  })
  return {
    redraw: draw,
    dispose: () => {
      unregisterRoot()
      unregisterUpdate()
    },
  }
}

function $topNodes(keys: Iterable<NodeKey>): LexicalNode[] {
  const wanted = new Set(keys)
  const found: LexicalNode[] = []
  for (const node of $getRoot().getChildren()) if (wanted.has(node.getKey())) found.push(node)
  return found
}

/** Two blocks of one shape draw the same outline. */
function shapeOf(block: FlatBlock): string {
  if (block.type === 'heading') return JSON.stringify([block.facts, block.content.length === 0])
  if (block.type === 'line') return JSON.stringify(block.facts)
  return block.type === 'paragraph' && block.content.length === 0 ? 'empty' : 'filled'
}

// From blocks to attributes

type Attributes = Readonly<Record<string, string>>

interface Drawing {
  readonly key: NodeKey
  readonly attributes: Attributes
}

function outlineOf(
  blocks: readonly { readonly key: NodeKey; readonly block: FlatBlock }[],
  options: OutlineOptions,
): readonly Drawing[] {
  // The ids were given by `keepOrder`; none is made here.
  const sections = foldSections(
    blocks.map(({ block }) => block),
    { next: () => crypto.randomUUID() },
  )
  const layout = layoutFor(options.layout)
  const numbers = numberHeadings(sections, options)
  const drawings: Drawing[] = []
  let run: LineRun | undefined
  for (const [index, { key, block }] of blocks.entries()) {
    if (block.type === 'line') {
      run ??= new LineRun()
      const { depth, index: place } = run.place(block.facts)
      const marker = listMarker(listMarkerPattern(layout, block.facts.style, depth), place)
      drawings.push({ key, attributes: { marker, level: String(Math.min(depth, 8)) } })
      continue
    }
    run = undefined
    if (block.type !== 'heading') continue
    const isWritten = hasWriting(blocks, index)
    drawings.push({
      key,
      attributes: {
        number: numbers.get(block.facts.own.id) ?? '',
        look: lookOf(block.facts, options),
        silent: block.facts.own.isHeadingPrinted ? '' : options.notes.silent,
        note: noteOf(block, isWritten, options),
        hint: block.content.length === 0 ? options.notes.unnamed : '',
      },
    })
  }
  return drawings
}

/** The heading's look by the rows of the layout, as words the style sheet knows. */
function lookOf({ own, depth }: Extract<FlatBlock, { type: 'heading' }>['facts'], options: OutlineOptions): string {
  if (!own.isHeadingPrinted) return ''
  const layout = layoutFor(options.layout)
  const element = headingElementAt(layout, depth, options.hasParts)
  const style = styleOf(layout, element)
  return [
    style.isUppercase ? 'upper' : '',
    style.isBold ? '' : 'regular',
    style.isItalic ? 'italic' : '',
    style.alignment === 'center' ? 'center' : '',
    layout.headingNumbers.get(element)?.isNumberOnOwnLine === true ? 'number-above' : '',
  ]
    .filter((word) => word !== '')
    .join(' ')
}

/** Whether anything is written between this heading and the next. */
function hasWriting(blocks: readonly { readonly block: FlatBlock }[], heading: number): boolean {
  for (let index = heading + 1; index < blocks.length; index += 1) {
    const block = blocks[index]?.block
    if (!block || block.type === 'heading') return false
    if (shapeOf(block) !== 'empty') return true
  }
  return false
}

function noteOf(
  { facts: { own } }: Extract<FlatBlock, { type: 'heading' }>,
  isWritten: boolean,
  options: OutlineOptions,
): string {
  if (isWritten) return ''
  return [
    own.isRequired ? options.notes.required : '',
    options.isGuidanceShown && own.guidance !== undefined ? own.guidance : '',
  ]
    .filter((line) => line !== '')
    .join(' · ')
}

function show(dom: HTMLElement | null, attributes: Attributes): void {
  if (!dom) return
  for (const [name, value] of Object.entries(attributes)) {
    if (dom.dataset[name] === value) continue
    if (value === '') dom.removeAttribute(`data-${name}`)
    else dom.dataset[name] = value
  }
}
