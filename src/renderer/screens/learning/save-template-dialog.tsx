import { useEffect, useState } from 'react'
import type { TemplateSummary } from '../../../contract/channels'
import { diffTemplates } from '../../../core/template/diff-templates'
import type { Template } from '../../../core/template/template'
import { matchingKey } from '../../../core/vietnamese/matching-key'
import { errorText } from '../../text/errors'
import { changeTexts } from '../../text/learned-words'
import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { Dialog } from '../../ui/dialog'
import { Field, TextInput } from '../../ui/field'
import { useToast } from '../../ui/toast'
import { useWindow } from '../window-context'
import { headingText } from './heading-text'

interface SaveTemplateDialogProps {
  readonly template: Template
  /** The template as it stands on disk: it may be replaced, and what changed is shown. */
  readonly before: Template | undefined
  readonly onClose: () => void
  readonly onSaved: (summary: TemplateSummary, template: Template) => void
}

type Where = 'replace' | 'new'

/** Name and place of the learned template, and what is different from the one it replaces. */
export function SaveTemplateDialog({ template, before, onClose, onSaved }: SaveTemplateDialogProps) {
  const { bridge } = useWindow()
  const toast = useToast()
  const [where, setWhere] = useState<Where>(before ? 'replace' : 'new')
  const [name, setName] = useState(before?.name ?? template.name)
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const others = useTemplateNames()
  const replaced = where === 'replace' ? before : undefined
  const trimmed = name.trim()
  const hasTwin = others.some(
    ({ id, name: other }) => id !== replaced?.id && matchingKey(other) === matchingKey(trimmed),
  )
  const changes = before
    ? changeTexts(diffTemplates(before, template), template, (pattern) => headingText(pattern, template.slots))
    : []

  const save = async () => {
    setIsTried(true)
    if (trimmed === '' || isBusy) return
    setIsBusy(true)
    const id = replaced?.id ?? (before ? NEW_ID : template.id)
    const own = { ...template, id, name: trimmed }
    const saved = await bridge.call('template.save', { template: own })
    setIsBusy(false)
    if (!saved.ok) return toast({ tone: 'bad', text: errorText(saved.error) })
    toast({ tone: 'good', text: vi.learning.saved(trimmed) })
    onSaved(saved.value, { ...own, id: saved.value.id })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={vi.learning.saveTitle}
      description={vi.learning.saveWords}
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
      {before ? (
        <Choices<Where>
          label={vi.learning.where}
          value={where}
          options={[
            { value: 'replace', name: vi.learning.saveReplace(before.name), description: vi.learning.saveReplaceHint },
            { value: 'new', name: vi.learning.saveNew, description: vi.learning.saveNewHint(before.name) },
          ]}
          onChoose={setWhere}
        />
      ) : null}
      <Field
        label={vi.learning.name}
        hint={hasTwin ? vi.learning.nameTaken : vi.learning.whereHint}
        problem={isTried && trimmed === '' ? vi.learning.nameMissing : undefined}
      >
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
      {before ? (
        <section className="template-changes" aria-label={vi.learning.changes}>
          <h3 className="small muted">{vi.learning.changes}</h3>
          {changes.length === 0 ? <p className="muted">{vi.learning.noChanges}</p> : null}
          <ul>
            {changes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  )
}

/** No id of a store: the host gives another. */
const NEW_ID = '-'

function useTemplateNames(): readonly TemplateSummary[] {
  const { bridge } = useWindow()
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([])
  useEffect(() => {
    let isCurrent = true
    void bridge.call('template.list', {}).then((list) => {
      if (isCurrent && list.ok) setTemplates(list.value.templates)
    })
    return () => {
      isCurrent = false
    }
  }, [bridge])
  return templates
}
