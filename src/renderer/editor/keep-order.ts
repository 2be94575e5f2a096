/**
 * What holds of the editor's content after every update: each section and each block has an id of its own, and text
 * stands under a heading. The ids are given here, once, so that reading the body twice gives the same report.
 */
import {
  $createTextNode,
  $getState,
  $setState,
  mergeRegister,
  RootNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import type { Identities } from '../../core/report/make-report'
import { uniqueIds } from '../../core/report/unique-ids'
import { isSameRow } from './history'
import { blockIdState, listLineState, SILENT_SECTION } from './nodes/block-state'
import { $getLine, $isListLineNode, ListLineNode } from './nodes/list-line-node'
import { LineRun } from './line-run'
import {
  $createSectionHeadingNode,
  $getFacts,
  $isSectionHeadingNode,
  $setFacts,
  SectionHeadingNode,
} from './nodes/section-heading-node'

export interface KeepOrderOptions {
  readonly identities: Identities
  /** Name of the section that takes text written before the first heading. */
  readonly openingName: string
}

export function registerKeepOrder(editor: LexicalEditor, options: KeepOrderOptions): () => void {
  let seen: readonly NodeKey[] | undefined
  const look = (): void => {
    seen = undefined
  }
  return mergeRegister(
    editor.registerNodeTransform(ListLineNode, look),
    editor.registerNodeTransform(SectionHeadingNode, look),
    editor.registerNodeTransform(RootNode, (root) => {
      if (!$isSectionHeadingNode(root.getFirstChild())) $openWithHeading(root, options.openingName)
      const row = root.getChildrenKeys()
      if (seen && isSameRow(seen, row)) return
      seen = row
      $giveIds(root.getChildren(), options.identities)
    }),
  )
}

function $openWithHeading(root: RootNode, name: string): void {
  const first = root.getChildren().find((node) => $isSectionHeadingNode(node) || $hasContent(node))
  if (!first || $isSectionHeadingNode(first)) return
  root.getFirstChild()?.insertBefore($createSectionHeadingNode(SILENT_SECTION).append($createTextNode(name)))
}

/** The character without width at which an input method begins is no text yet. */
const $hasContent = (node: LexicalNode): boolean =>
  node.getType() !== 'paragraph' || !/^\u200b?$/.test(node.getTextContent())

function $giveIds(nodes: readonly LexicalNode[], identities: Identities): void {
  const claim = uniqueIds(identities)
  let run: LineRun | undefined
  let listIds: string[] = []
  for (const node of nodes) {
    if ($isListLineNode(node)) {
      if (!run) listIds = []
      run ??= new LineRun()
      const facts = $getLine(node)
      const { depth, isFirst } = run.place(facts)
      if (isFirst) listIds[depth] = claim(facts.listId)
      const listId = listIds[depth] ?? facts.listId
      if (listId !== facts.listId) $setState(node, listLineState, { ...facts, listId })
      continue
    }
    run = undefined
    if ($isSectionHeadingNode(node)) {
      const facts = $getFacts(node)
      const id = claim(facts.own.id)
      if (id !== facts.own.id) $setFacts(node, { ...facts, own: { ...facts.own, id } })
    } else {
      const own = $getState(node, blockIdState)
      const id = claim(own)
      if (id !== own) $setState(node, blockIdState, id)
    }
  }
}
