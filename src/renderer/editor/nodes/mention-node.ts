/**
 * A mention of a slot: shows the slot's value or its open mark, always as the slot table of the report has it.
 * A decorator without decoration of its own: the caret steps over it and an input method never composes inside it.
 */
import {
  $create,
  $getRoot,
  $getState,
  createState,
  DecoratorNode,
  $setState,
  TEXT_TYPE_TO_FORMAT,
  toggleTextFormatType,
  type InlineFormattableNode,
  type LexicalNode,
  type TextFormatType,
} from 'lexical'
import { slotText, type Slot } from '../../../core/slot'
import { slotsState } from './block-state'

const slotIdState = createState('slotId', { parse: () => '' })
const formatState = createState('mentionFormat', { parse: () => 0 })

const MARK_CLASSES = [
  ['bold', 'mark-bold'],
  ['italic', 'mark-italic'],
  ['underline', 'mark-underline'],
] as const

export class MentionNode extends DecoratorNode<null> implements InlineFormattableNode {
  get __isInlineFormattable(): true {
    return true
  }

  override $config() {
    return this.config('slot-mention', { extends: DecoratorNode })
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('span')
    this.show(dom)
    return dom
  }

  override updateDOM(_prevNode: this, dom: HTMLElement): boolean {
    this.show(dom)
    return false
  }

  override decorate(): null {
    return null
  }

  override isInline(): true {
    return true
  }

  override isKeyboardSelectable(): false {
    return false
  }

  override getTextContent(): string {
    return slotText($findSlot(this.getSlotId()))
  }

  getSlotId(): string {
    return $getState(this, slotIdState)
  }

  getFormat(): number {
    return $getState(this, formatState)
  }

  setFormat(format: number): this {
    return $setState(this, formatState, format)
  }

  hasFormat(type: TextFormatType): boolean {
    return (this.getFormat() & (TEXT_TYPE_TO_FORMAT[type] ?? 0)) !== 0
  }

  getFormatFlags(type: TextFormatType, alignWithFormat: number | null): number {
    return toggleTextFormatType(this.getFormat(), type, alignWithFormat)
  }

  toggleFormat(type: TextFormatType): this {
    return this.setFormat(toggleTextFormatType(this.getFormat(), type, null))
  }

  private show(dom: HTMLElement): void {
    const slot = $findSlot(this.getSlotId())
    const text = slotText(slot)
    if (dom.textContent !== text) dom.textContent = text
    dom.className = slot?.value === undefined ? 'mention mention-open' : 'mention'
    for (const [type, name] of MARK_CLASSES) dom.classList.toggle(name, this.hasFormat(type))
    dom.dataset.slot = this.getSlotId()
    dom.title = slot?.label ?? ''
  }
}

export const $findSlot = (slotId: string): Slot | undefined =>
  $getState($getRoot(), slotsState).find((slot) => slot.id === slotId)

export const $createMentionNode = (slotId: string): MentionNode => $setState($create(MentionNode), slotIdState, slotId)

export const $isMentionNode = (node: LexicalNode | null | undefined): node is MentionNode => node instanceof MentionNode
