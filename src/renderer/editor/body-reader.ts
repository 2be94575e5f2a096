import { HISTORIC_TAG, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import type { Identities } from '../../core/report/make-report'
import type { ReportBody } from './editor-handle'
import { $editorToReport, $readBlock, type FlatBlock } from './editor-to-report'
import { LOAD_TAG } from './history'

/** Reads the body at the cost of what changed: each top node is read once and again only after it was touched. */
export class BodyReader {
  private readonly known = new Map<NodeKey, FlatBlock>()
  readonly dispose: () => void

  constructor(
    private readonly editor: LexicalEditor,
    private readonly identities: Identities,
  ) {
    this.dispose = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      // A state put in its place as a whole (undo, load) does not say what it changed.
      if (tags.has(HISTORIC_TAG) || tags.has(LOAD_TAG)) this.known.clear()
      for (const key of dirtyElements.keys()) this.known.delete(key)
      for (const key of dirtyLeaves) this.known.delete(key)
    })
  }

  read(): ReportBody {
    return this.editor.getEditorState().read(() => $editorToReport(this.identities, this.readBlock))
  }

  /** For use within a read of the editor. */
  readonly readBlock = (node: LexicalNode): FlatBlock => {
    const known = this.known.get(node.getKey())
    if (known) return known
    const block = $readBlock(node)
    this.known.set(node.getKey(), block)
    return block
  }
}
