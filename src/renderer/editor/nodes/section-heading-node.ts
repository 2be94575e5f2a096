/**
 * The heading of a section. It stands at the top level, before the blocks of its section; the number before it is
 * shown by `registerOutline` and is no part of its text.
 */
import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { NEW_SECTION, sectionFactsState, type SectionFacts } from './block-state'

export class SectionHeadingNode extends ElementNode {
  override $config() {
    return this.config('section-heading', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const facts = $getState(this, sectionFactsState)
    const dom = document.createElement(`h${facts.depth + 2}`)
    dom.className = facts.own.isHeadingPrinted ? 'section-heading' : 'section-heading section-heading-silent'
    dom.dataset.section = facts.own.id
    dom.dataset.depth = String(facts.depth)
    return dom
  }

  override updateDOM(prevNode: this, dom: HTMLElement): boolean {
    const facts = $getState(this, sectionFactsState)
    const previous = $getState(prevNode, sectionFactsState, 'direct')
    if (facts.depth !== previous.depth || facts.own.isHeadingPrinted !== previous.own.isHeadingPrinted) return true
    dom.dataset.section = facts.own.id
    return false
  }

  /** Enter at the end goes on with a paragraph; inside, the rest becomes the heading of a new section. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true): ElementNode {
    const next = isAtEnd(this, selection)
      ? $createParagraphNode()
      : $createSectionHeadingNode({ ...NEW_SECTION, depth: $getFacts(this).depth })
    this.insertAfter(next, restoreSelection)
    return next
  }

  /** Never turned into something else by a Backspace: see `registerGuardSections`. */
  override collapseAtStart(): boolean {
    return true
  }

  override canIndent(): false {
    return false
  }
}

function isAtEnd(heading: SectionHeadingNode, { anchor }: RangeSelection): boolean {
  if (anchor.type === 'element') return !anchor.getNode().is(heading) || anchor.offset >= heading.getChildrenSize()
  const node = anchor.getNode()
  return anchor.offset >= node.getTextContentSize() && node.getNextSibling() === null
}

export function $createSectionHeadingNode(facts: SectionFacts): SectionHeadingNode {
  return $setState($create(SectionHeadingNode), sectionFactsState, facts)
}

export const $isSectionHeadingNode = (node: LexicalNode | null | undefined): node is SectionHeadingNode =>
  node instanceof SectionHeadingNode

export const $getFacts = (heading: SectionHeadingNode): SectionFacts => $getState(heading, sectionFactsState)

export const $setFacts = (heading: SectionHeadingNode, facts: SectionFacts): SectionHeadingNode =>
  $setState(heading, sectionFactsState, facts)
