import { $create, DecoratorNode, type LexicalNode } from 'lexical'

/** Where the officer wants a new page to begin. */
export class PageBreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config('page-break', { extends: DecoratorNode })
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div')
    dom.className = 'page-break'
    dom.setAttribute('role', 'separator')
    return dom
  }

  override updateDOM(): boolean {
    return false
  }

  override decorate(): null {
    return null
  }

  override isInline(): false {
    return false
  }

  override getTextContent(): string {
    return '\n'
  }
}

export const $createPageBreakNode = (): PageBreakNode => $create(PageBreakNode)

export const $isPageBreakNode = (node: LexicalNode | null | undefined): node is PageBreakNode =>
  node instanceof PageBreakNode
