import { useState } from 'react'
import type { TemplateSummary } from '../../../contract/channels'
import type { Template } from '../../../core/template/template'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, TextInput } from '../../ui/field'
import { useToast } from '../../ui/toast'
import { useWindow } from '../window-context'

interface SaveTemplateDialogProps {
  readonly template: Template
  /** The same template as it was saved before; it is replaced. */
  readonly saved: TemplateSummary | undefined
  readonly onClose: () => void
  readonly onSaved: (summary: TemplateSummary) => void
}

/** The name under which the learned template is kept. */
export function SaveTemplateDialog({ template, saved: before, onClose, onSaved }: SaveTemplateDialogProps) {
  const { bridge } = useWindow()
  const toast = useToast()
  const [name, setName] = useState(before?.name ?? template.name)
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const isMissing = name.trim() === ''

  const save = async () => {
    setIsTried(true)
    if (isMissing || isBusy) return
    setIsBusy(true)
    const saved = await bridge.call('template.save', {
      template: { ...template, id: before?.id ?? template.id, name: name.trim() },
    })
    setIsBusy(false)
    if (!saved.ok) return toast({ tone: 'bad', text: errorText(saved.error) })
    toast({ tone: 'good', text: vi.learning.saved(name.trim()) })
    onSaved(saved.value)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={vi.learning.saveTitle}
      description={before ? vi.learning.saveAgainWords(before.name) : vi.learning.saveWords}
      closeLabel={vi.common.close}
      footer={
        <>
          <Button onClick={onClose}>{vi.common.cancel}</Button>
          <Button kind="primary" disabled={isBusy} onClick={() => void save()}>
            {vi.common.save}
          </Button>
        </>
      }
    >
      <Field label={vi.learning.name} problem={isTried && isMissing ? vi.learning.nameMissing : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}
