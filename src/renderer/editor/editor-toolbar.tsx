/** The tools above the page. They speak to the editor only through its handle; the caret stays where it was. */
import {
  AlignCenter,
  AlignJustify,
  AlignLeft,
  AlignRight,
  Bold,
  ChevronDown,
  Indent,
  Italic,
  List,
  ListOrdered,
  Outdent,
  Redo2,
  SeparatorHorizontal,
  Table,
  TableProperties,
  Underline,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { DropdownMenu, Popover, Toolbar } from 'radix-ui'
import { useState, type ReactNode, type RefObject, type SyntheticEvent } from 'react'
import { ALIGNMENTS, MAX_SECTION_DEPTH, type Alignment, type Mark } from '../../core/report/report'
import { ALIGNMENT_NAMES, LIST_STYLE_NAMES, TABLE_COMMAND_NAMES, TOOLBAR_TEXT } from '../text/editor'
import type { EditorHandle, EditorSelection, TableCommand } from './editor-handle'
import { TableSizePicker } from './table-size-picker'
import './editor-toolbar.css'

interface EditorToolbarProps {
  readonly editor: RefObject<EditorHandle | null>
  /** What the editor last told; absent until the caret stands somewhere. */
  readonly selection: EditorSelection | undefined
  readonly isReadOnly?: boolean
}

const MARK_TOOLS: ReadonlyArray<readonly [Mark, LucideIcon]> = [
  ['bold', Bold],
  ['italic', Italic],
  ['underline', Underline],
]

const ALIGNMENT_ICONS: Readonly<Record<Alignment, LucideIcon>> = {
  left: AlignLeft,
  center: AlignCenter,
  right: AlignRight,
  justified: AlignJustify,
}

const TABLE_COMMAND_GROUPS: ReadonlyArray<readonly TableCommand[]> = [
  ['rowAbove', 'rowBelow', 'columnLeft', 'columnRight'],
  ['mergeCells', 'splitCell', 'toggleHeaderRow'],
  ['deleteRow', 'deleteColumn', 'deleteTable'],
]

/** A press on a tool does not take the caret out of the text. */
const keepCaret = (event: SyntheticEvent): void => event.preventDefault()

export function EditorToolbar({ editor, selection, isReadOnly = false }: EditorToolbarProps) {
  const ask = (command: (handle: EditorHandle) => void): void => {
    if (editor.current) command(editor.current)
  }
  const block = selection?.block ?? 'paragraph'
  const isInTable = block === 'table'
  const isLine = block === 'dash' || block === 'number' || block === 'point'
  return (
    <Toolbar.Root className="editor-toolbar" aria-label={TOOLBAR_TEXT.toolbar} onMouseDown={keepCaret}>
      <BlockStyleMenu selection={selection} isDisabled={isReadOnly || isInTable} ask={ask} />
      <Toolbar.Separator className="editor-toolbar__separator" />
      {MARK_TOOLS.map(([mark, Icon]) => (
        <Tool
          key={mark}
          label={TOOLBAR_TEXT[mark]}
          isPressed={selection?.marks.includes(mark) ?? false}
          isDisabled={isReadOnly}
          onPress={() => ask((handle) => handle.toggleMark(mark))}
        >
          <Icon />
        </Tool>
      ))}
      <AlignmentMenu selection={selection} isDisabled={isReadOnly || isLine || block === 'heading'} ask={ask} />
      <Toolbar.Separator className="editor-toolbar__separator" />
      <Tool
        label={LIST_STYLE_NAMES.dash}
        isPressed={block === 'dash'}
        isDisabled={isReadOnly || isInTable}
        onPress={() => ask((handle) => handle.toggleList('dash'))}
      >
        <List />
      </Tool>
      <Tool
        label={LIST_STYLE_NAMES.number}
        isPressed={block === 'number'}
        isDisabled={isReadOnly || isInTable}
        onPress={() => ask((handle) => handle.toggleList('number'))}
      >
        <ListOrdered />
      </Tool>
      <Tool
        label={LIST_STYLE_NAMES.point}
        isPressed={block === 'point'}
        isDisabled={isReadOnly || isInTable}
        onPress={() => ask((handle) => handle.toggleList('point'))}
      >
        <span className="editor-toolbar__letters" aria-hidden="true">
          a)
        </span>
      </Tool>
      {isLine && (
        <>
          <Tool label={TOOLBAR_TEXT.outdent} isDisabled={isReadOnly} onPress={() => ask((h) => h.outdentList())}>
            <Outdent />
          </Tool>
          <Tool label={TOOLBAR_TEXT.indent} isDisabled={isReadOnly} onPress={() => ask((h) => h.indentList())}>
            <Indent />
          </Tool>
        </>
      )}
      <Toolbar.Separator className="editor-toolbar__separator" />
      {isInTable ? <TableMenu isDisabled={isReadOnly} ask={ask} /> : <InsertTable isDisabled={isReadOnly} ask={ask} />}
      <Tool
        label={TOOLBAR_TEXT.pageBreak}
        isDisabled={isReadOnly || isInTable}
        onPress={() => ask((h) => h.insertPageBreak())}
      >
        <SeparatorHorizontal />
      </Tool>
      <Toolbar.Separator className="editor-toolbar__separator" />
      <Tool
        label={TOOLBAR_TEXT.undo}
        isDisabled={isReadOnly || !selection?.canUndo}
        onPress={() => ask((h) => h.undo())}
      >
        <Undo2 />
      </Tool>
      <Tool
        label={TOOLBAR_TEXT.redo}
        isDisabled={isReadOnly || !selection?.canRedo}
        onPress={() => ask((h) => h.redo())}
      >
        <Redo2 />
      </Tool>
    </Toolbar.Root>
  )
}

interface ToolProps {
  readonly label: string
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
  readonly onPress?: () => void
  readonly children: ReactNode
}

function Tool({ label, isPressed, isDisabled = false, onPress, children }: ToolProps) {
  return (
    <Toolbar.Button
      className="editor-tool"
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </Toolbar.Button>
  )
}

interface PartProps {
  readonly isDisabled: boolean
  readonly ask: (command: (handle: EditorHandle) => void) => void
}

const HEADING_DEPTHS = Array.from({ length: MAX_SECTION_DEPTH }, (_, depth) => depth)

function BlockStyleMenu({
  selection,
  isDisabled,
  ask,
}: PartProps & { readonly selection: EditorSelection | undefined }) {
  const style = blockStyleName(selection)
  return (
    <ToolMenu
      trigger={
        <Toolbar.Button
          className="editor-tool editor-tool--words"
          aria-label={`${TOOLBAR_TEXT.blockStyle}: ${style}`}
          disabled={isDisabled}
        >
          <span className="editor-tool__name">{style}</span>
          <ChevronDown />
        </Toolbar.Button>
      }
      ask={ask}
    >
      <MenuRow onSelect={() => ask((handle) => handle.setParagraph())}>{TOOLBAR_TEXT.paragraph}</MenuRow>
      {HEADING_DEPTHS.map((depth) => (
        <MenuRow key={depth} onSelect={() => ask((handle) => handle.setHeading(depth))}>
          {TOOLBAR_TEXT.headings[depth]}
        </MenuRow>
      ))}
      <MenuRow onSelect={() => ask((handle) => handle.setCaption())}>{TOOLBAR_TEXT.caption}</MenuRow>
    </ToolMenu>
  )
}

/** The name of the block with the caret, as the menu lists it. */
export function blockStyleName(selection: EditorSelection | undefined): string {
  switch (selection?.block) {
    case 'heading':
      return TOOLBAR_TEXT.headings[selection.headingDepth ?? 0] ?? TOOLBAR_TEXT.paragraph
    case 'caption':
      return TOOLBAR_TEXT.caption
    case 'table':
      return TOOLBAR_TEXT.table
    case 'dash':
    case 'number':
    case 'point':
      return LIST_STYLE_NAMES[selection.block]
    case 'paragraph':
    case undefined:
      return TOOLBAR_TEXT.paragraph
  }
}

function AlignmentMenu({
  selection,
  isDisabled,
  ask,
}: PartProps & { readonly selection: EditorSelection | undefined }) {
  const Current = ALIGNMENT_ICONS[selection?.alignment ?? 'justified']
  return (
    <ToolMenu
      trigger={
        <Toolbar.Button
          className="editor-tool"
          aria-label={TOOLBAR_TEXT.alignment}
          title={TOOLBAR_TEXT.alignment}
          disabled={isDisabled}
        >
          <Current />
        </Toolbar.Button>
      }
      ask={ask}
    >
      <MenuRow onSelect={() => ask((handle) => handle.setAlignment(undefined))}>{TOOLBAR_TEXT.layoutAlignment}</MenuRow>
      {ALIGNMENTS.map((alignment) => {
        const Icon = ALIGNMENT_ICONS[alignment]
        return (
          <MenuRow key={alignment} onSelect={() => ask((handle) => handle.setAlignment(alignment))}>
            <Icon />
            {ALIGNMENT_NAMES[alignment]}
          </MenuRow>
        )
      })}
    </ToolMenu>
  )
}

function TableMenu({ isDisabled, ask }: PartProps) {
  return (
    <ToolMenu
      trigger={
        <Toolbar.Button
          className="editor-tool editor-tool--words"
          aria-label={TOOLBAR_TEXT.tableCommands}
          title={TOOLBAR_TEXT.tableCommands}
          disabled={isDisabled}
        >
          <TableProperties />
          <ChevronDown />
        </Toolbar.Button>
      }
      ask={ask}
    >
      {TABLE_COMMAND_GROUPS.map((commands, index) => (
        <DropdownMenu.Group key={index} className="editor-menu__group">
          {commands.map((command) => (
            <MenuRow key={command} onSelect={() => ask((handle) => handle.tableCommand(command))}>
              {TABLE_COMMAND_NAMES[command]}
            </MenuRow>
          ))}
        </DropdownMenu.Group>
      ))}
    </ToolMenu>
  )
}

function InsertTable({ isDisabled, ask }: PartProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <Toolbar.Button
          className="editor-tool"
          aria-label={TOOLBAR_TEXT.insertTable}
          title={TOOLBAR_TEXT.insertTable}
          disabled={isDisabled}
        >
          <Table />
        </Toolbar.Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="editor-popover" align="start" sideOffset={4} onCloseAutoFocus={backToText(ask)}>
          <TableSizePicker
            onPick={(rows, columns) => {
              setIsOpen(false)
              ask((handle) => handle.insertTable(rows, columns))
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function ToolMenu({
  trigger,
  children,
  ask,
}: {
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly ask: PartProps['ask']
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="editor-menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={backToText(ask)}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** A closed menu gives the keyboard back to the text, not to its button. */
const backToText =
  (ask: PartProps['ask']) =>
  (event: Event): void => {
    event.preventDefault()
    ask((handle) => handle.focus())
  }

function MenuRow({ onSelect, children }: { readonly onSelect: () => void; readonly children: ReactNode }) {
  return (
    <DropdownMenu.Item className="editor-menu__row" onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  )
}
