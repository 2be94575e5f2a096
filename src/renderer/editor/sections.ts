/** Sections as the editor holds them: a heading and everything up to the next heading of its depth or above. */
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, $isRootNode, type LexicalNode } from 'lexical'
import { section } from '../../core/report/make-report'
import { MAX_SECTION_DEPTH, type SectionMark } from '../../core/report/report'
import { $createSectionHeadingNode, $getFacts, $isSectionHeadingNode, $setFacts } from './nodes/section-heading-node'
import type { SectionHeadingNode } from './nodes/section-heading-node'

export type SectionPlace = { readonly after: string } | { readonly inside: string } | 'atEnd'

export const $findHeading = (sectionId: string): SectionHeadingNode | undefined =>
  $getRoot()
    .getChildren()
    .filter($isSectionHeadingNode)
    .find((heading) => $getFacts(heading).own.id === sectionId)

/** The block of the flat row a node belongs to. Lexical's own top element ends at tables. */
export const $topBlock = (node: LexicalNode): LexicalNode | undefined =>
  [node, ...node.getParents()].find((one) => $isRootNode(one.getParent()))

/** The heading under which a node stands; a heading stands under itself. */
export function $headingOf(node: LexicalNode): SectionHeadingNode | undefined {
  let top: LexicalNode | null = $topBlock(node) ?? null
  while (top !== null && !$isSectionHeadingNode(top)) top = top.getPreviousSibling()
  return top ?? undefined
}

/** The blocks between a heading and the next one of any depth. */
export function $ownBlocks(heading: SectionHeadingNode): LexicalNode[] {
  const following = heading.getNextSiblings()
  const end = following.findIndex($isSectionHeadingNode)
  return end === -1 ? following : following.slice(0, end)
}

/** Heading, own blocks and inner sections. */
export function $wholeSection(heading: SectionHeadingNode): LexicalNode[] {
  const { depth } = $getFacts(heading)
  const following = heading.getNextSiblings()
  const end = following.findIndex((node) => $isSectionHeadingNode(node) && $getFacts(node).depth <= depth)
  return [heading, ...(end === -1 ? following : following.slice(0, end))]
}

/** Adds an empty section and puts the caret into its heading. False where the place does not exist. */
export function $addSection(place: SectionPlace, id: string, name: string): boolean {
  const anchor = place === 'atEnd' ? undefined : $findHeading('after' in place ? place.after : place.inside)
  if (place !== 'atEnd' && !anchor) return false
  const anchorDepth = anchor ? $getFacts(anchor).depth : 0
  const isInside = place !== 'atEnd' && 'inside' in place
  const depth = Math.min(anchorDepth + (isInside ? 1 : 0), MAX_SECTION_DEPTH - 1)
  const heading = $createSectionHeadingNode({ depth, own: section(id, '') })
  if (name !== '') heading.append($createTextNode(name))
  const last = anchor ? $wholeSection(anchor).at(-1) : $getRoot().getLastChild()
  if (last) last.insertAfter(heading)
  else $getRoot().append(heading)
  heading.insertAfter($createParagraphNode())
  heading.selectEnd()
  return true
}

/** Takes a section out with all it holds; the caret goes to what stands before it. */
export function $removeSection(sectionId: string): void {
  const heading = $findHeading(sectionId)
  if (!heading) return
  const nodes = $wholeSection(heading)
  const neighbour = heading.getPreviousSibling() ?? nodes.at(-1)?.getNextSibling() ?? null
  for (const node of nodes) node.remove()
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode())
  if ($isElementNode(neighbour)) neighbour.selectEnd()
  else $getRoot().selectStart()
}

/** Changes places with the neighbour of the same depth under the same parent; false where there is none. */
export function $moveSection(sectionId: string, direction: 'up' | 'down'): boolean {
  const heading = $findHeading(sectionId)
  const neighbour = heading && $siblingSection(heading, direction)
  if (!heading || !neighbour) return false
  const [upper, lower] = direction === 'up' ? [neighbour, heading] : [heading, neighbour]
  for (const node of $wholeSection(lower)) upper.insertBefore(node, false)
  return true
}

function $siblingSection(heading: SectionHeadingNode, direction: 'up' | 'down'): SectionHeadingNode | undefined {
  const { depth } = $getFacts(heading)
  const headings = (direction === 'up' ? heading.getPreviousSiblings().reverse() : heading.getNextSiblings()).filter(
    $isSectionHeadingNode,
  )
  const neighbour = headings.find((other) => $getFacts(other).depth <= depth)
  return neighbour && $getFacts(neighbour).depth === depth ? neighbour : undefined
}

export function $setSectionMark(sectionId: string, mark: SectionMark | undefined): void {
  const heading = $findHeading(sectionId)
  if (!heading) return
  const facts = $getFacts(heading)
  $setFacts(heading, { ...facts, own: { ...facts.own, mark } })
}
