import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { ListLineNode } from './list-line-node'
import { MentionNode } from './mention-node'
import { PageBreakNode } from './page-break-node'
import { SectionHeadingNode } from './section-heading-node'

/** Every node the editor may hold beside Lexical's own paragraph, text, tab and line break. */
export const EDITOR_NODES = [
  SectionHeadingNode,
  ListLineNode,
  MentionNode,
  PageBreakNode,
  TableNode,
  TableRowNode,
  TableCellNode,
] as const
