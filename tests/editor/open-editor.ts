/** An editor of a few sections on a page without layout, as the tests of its behaviour use it. Runs in jsdom. */
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, type LexicalNode } from 'lexical'
import type { Block, Inline, LayoutId, Section } from '../../src/core/report/report'
import type { ReportingPeriod } from '../../src/core/reporting-period'
import type { Slot } from '../../src/core/slot'
import { createReportEditor, type ReportEditorCore } from '../../src/renderer/editor/create-report-editor'
import { countingIds } from '../support/identities'

export interface OpenEditor extends ReportEditorCore {
  /** The body in a few signs: `#` heading, `-` `1.` `a)` lines, `{slot}`, `*bold*`, `[cell|cell]`, `---` page break. */
  readonly text: () => string
  /** Puts the caret behind a piece of text, or before it. */
  readonly caret: (piece: string, side?: 'before' | 'after') => void
  /** Types as a keyboard does, a letter an update, some milliseconds apart. */
  readonly type: (letters: string, apart?: number) => void
  readonly backspace: (times: number, apart?: number) => void
  readonly wait: (milliseconds: number) => void
  readonly run: (edit: () => void) => void
  readonly changes: () => number
  /** What stands on the page. */
  readonly page: HTMLElement
}

interface OpenEditorOptions {
  readonly layout?: LayoutId
  readonly reportingPeriod?: ReportingPeriod
}

export function openEditor(
  sections: readonly Section[],
  slots: readonly Slot[] = [],
  { layout = 'party', reportingPeriod }: OpenEditorOptions = {},
): OpenEditor {
  let clock = 0
  let changes = 0
  const core = createReportEditor(
    { sections, slots, ...(reportingPeriod ? { reportingPeriod } : {}) },
    {
      identities: countingIds(),
      now: () => clock,
      openingName: 'Mở đầu',
      outline: () => ({
        layout,
        hasParts: false,
        isGuidanceShown: true,
        notes: { silent: 'không in', required: 'bắt buộc', unnamed: 'tên' },
      }),
      onChange: () => {
        changes += 1
      },
      onSelectionChange: () => undefined,
      onPasteNotice: () => undefined,
      onSlotActivate: () => undefined,
    },
  )
  const { editor } = core
  const page = document.createElement('div')
  page.contentEditable = 'true'
  document.body.append(page)
  editor.setRootElement(page)
  core.outline.redraw()
  const run = (edit: () => void): void => editor.update(edit, { discrete: true })
  return {
    ...core,
    text: () =>
      core.handle
        .readBody()
        .sections.map((one) => sectionText(one, 1))
        .join('\n'),
    caret: (piece, side = 'after') => run(() => $caretAt(piece, side)),
    type: (letters, apart = 100) => {
      for (const letter of letters) {
        clock += apart
        run(() => $insertAtCaret(letter))
      }
    },
    backspace: (times, apart = 100) => {
      for (let count = 0; count < times; count += 1) {
        clock += apart
        run($deleteBeforeCaret)
      }
    },
    wait: (milliseconds) => {
      clock += milliseconds
    },
    run,
    changes: () => changes,
    page,
  }
}

function $caretAt(piece: string, side: 'before' | 'after'): void {
  const node = leaves($getRoot()).find((leaf) => leaf.getTextContent().includes(piece))
  if (!$isTextNode(node)) throw new Error(`No text "${piece}" in the editor`)
  const at = node.getTextContent().indexOf(piece) + (side === 'after' ? piece.length : 0)
  node.select(at, at)
}

const leaves = (node: LexicalNode): LexicalNode[] =>
  $isElementNode(node) ? node.getChildren().flatMap(leaves) : [node]

function $insertAtCaret(letter: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) throw new Error('No caret')
  selection.insertText(letter)
}

function $deleteBeforeCaret(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) throw new Error('No caret')
  const { key, offset } = selection.anchor
  selection.focus.set(key, offset - 1, 'text')
  selection.removeText()
}

function sectionText(section: Section, depth: number): string {
  return [
    `${'#'.repeat(depth)} ${inlineText(section.heading)}`,
    ...section.blocks.map((block) => blockText(block, '')),
    ...section.sections.map((inner) => sectionText(inner, depth + 1)),
  ].join('\n')
}

function blockText(block: Block, indent: string): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.content)
    case 'pageBreak':
      return '---'
    case 'table':
      return block.rows
        .map((row) => `[${row.map((cell) => cell.paragraphs.map(inlineText).join('¶')).join('|')}]`)
        .join('')
    case 'list':
      return block.items
        .flatMap((item, index) => [
          `${indent}${{ dash: '-', number: `${index + 1}.`, point: `${'abcdđ'[index] ?? '?'})` }[block.style]} ${inlineText(item.content)}`,
          ...item.lists.map((inner) => blockText(inner, `${indent}  `)),
        ])
        .join('\n')
  }
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'lineBreak') return '⏎'
      const own = inline.type === 'slot' ? `{${inline.slotId}}` : inline.text
      return inline.marks.length > 0 ? `*${own}*` : own
    })
    .join('')
}
