import { ChevronDown, FileDown } from 'lucide-react'
import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Menu } from '../../ui/menu'
import type { Exporting, ExportTarget } from './use-export'

interface ExportMenuProps {
  readonly exporting: Exporting
  readonly onSeeFindings: () => void
}

/** Word at one click; the other ways in the menu beside it. */
export function ExportMenu({ exporting, onSeeFindings }: ExportMenuProps) {
  const { isBusy, refused, run, forget } = exporting
  const item = (label: string, to: ExportTarget, isDraft: boolean) => ({
    kind: 'action' as const,
    label,
    onSelect: () => void run(to, { isDraft }),
  })
  return (
    <>
      <span className="split-button">
        <Button
          kind="primary"
          icon={<FileDown className="icon" aria-hidden />}
          disabled={isBusy}
          onClick={() => void run('docx', { isDraft: false })}
        >
          {vi.writing.export}
        </Button>
        <Menu
          align="end"
          trigger={
            <Button kind="primary" className="split-button__more" aria-label={vi.writing.exportMenu}>
              <ChevronDown className="icon" aria-hidden />
            </Button>
          }
          items={[
            item(vi.writing.exportDocx, 'docx', false),
            item(vi.writing.exportHtml, 'html', false),
            item(vi.writing.exportExchange, 'tongket', false),
            { kind: 'separator' },
            item(vi.writing.exportDraftDocx, 'docx', true),
            item(vi.writing.exportDraftHtml, 'html', true),
          ]}
        />
      </span>
      <Dialog
        isOpen={refused !== undefined}
        onClose={forget}
        title={vi.writing.hasErrorsTitle}
        description={vi.writing.hasErrorsWords(refused?.count ?? 0)}
        closeLabel={vi.common.close}
        footer={
          <>
            <Button
              onClick={() => {
                if (refused) void run(refused.to, { isDraft: true })
              }}
            >
              {vi.writing.exportDraft}
            </Button>
            <Button
              kind="primary"
              onClick={() => {
                forget()
                onSeeFindings()
              }}
            >
              {vi.writing.seeFindings}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </>
  )
}
