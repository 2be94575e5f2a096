import { useEffect, useState } from 'react'
import type { TemplateSummary } from '../../../contract/channels'
import { FORMAL_LAYOUTS, type FormalLayout } from '../../../core/report/report'
import type { ReportingPeriodKind } from '../../../core/reporting-period'
import { PERIOD_KINDS } from '../../../core/template/template'
import { errorText } from '../../text/errors'
import { KIND_NAMES, LAYOUT_NAMES, vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Select } from '../../ui/select'
import { useToast } from '../../ui/toast'
import { useWindow } from '../window-context'
import { draftToPeriod, suggestedDraft, withPart } from '../period-draft'
import { PeriodForm } from '../period-form'

interface NewReportDialogProps {
  /** Chosen at first; else the first of the list. */
  readonly templateId: string | undefined
  readonly onClose: () => void
}

/** Template, period and layout of a new report. */
export function NewReportDialog({ templateId, onClose }: NewReportDialogProps) {
  const { bridge } = useWindow()
  const toast = useToast()
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>()

  useEffect(() => {
    let isCurrent = true
    void bridge.call('template.list', {}).then((list) => {
      if (!isCurrent) return
      if (list.ok) setTemplates(list.value.templates)
      else {
        toast({ tone: 'bad', text: errorText(list.error) })
        onClose()
      }
    })
    return () => {
      isCurrent = false
    }
  }, [bridge, toast, onClose])

  const first = templates?.find((template) => template.id === templateId) ?? templates?.[0]
  if (!templates) return null
  if (!first) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={vi.newReport.title}
        description={vi.newReport.noTemplates}
        closeLabel={vi.common.close}
        footer={<Button onClick={onClose}>{vi.common.close}</Button>}
      >
        {null}
      </Dialog>
    )
  }
  return <NewReportForm templates={templates} first={first} onClose={onClose} />
}

interface NewReportFormProps {
  readonly templates: readonly TemplateSummary[]
  readonly first: TemplateSummary
  readonly onClose: () => void
}

function NewReportForm({ templates, first, onClose }: NewReportFormProps) {
  const { bridge, settings, go } = useWindow()
  const toast = useToast()
  const [template, setTemplate] = useState(first)
  const [draft, setDraft] = useState(() => suggestedDraft(firstKind(first), new Date()))
  const [layout, setLayout] = useState<FormalLayout>(settings.layout)
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const layouts: readonly FormalLayout[] = template.layouts.length > 0 ? template.layouts : FORMAL_LAYOUTS
  const usedLayout = layouts.includes(layout) ? layout : (layouts[0] ?? layout)
  const period = draftToPeriod(draft)

  const choose = (id: string) => {
    const next = templates.find((candidate) => candidate.id === id)
    if (!next) return
    setTemplate(next)
    if (!kindsOf(next).includes(draft.kind)) setDraft(withPart(draft, { kind: firstKind(next) }))
  }

  const create = async () => {
    setIsTried(true)
    if (!period.ok || isBusy) return
    setIsBusy(true)
    const created = await bridge.call('report.create', {
      templateId: template.id,
      layout: usedLayout,
      period: period.value,
    })
    setIsBusy(false)
    if (!created.ok) return toast({ tone: 'bad', text: errorText(created.error) })
    onClose()
    go({ screen: 'writing', id: created.value.id })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={vi.newReport.title}
      closeLabel={vi.common.close}
      footer={
        <>
          <Button onClick={onClose}>{vi.common.cancel}</Button>
          <Button kind="primary" disabled={isBusy} onClick={() => void create()}>
            {vi.newReport.create}
          </Button>
        </>
      }
    >
      <Field label={vi.newReport.template} hint={template.description}>
        {(ids) => (
          <Select
            {...ids}
            value={template.id}
            options={templates.map(({ id, name, kind }) => ({
              value: id,
              label: kind === 'newsAccount' ? `${name} · ${KIND_NAMES[kind]}` : name,
            }))}
            onChoose={choose}
          />
        )}
      </Field>
      <PeriodForm
        kinds={kindsOf(template)}
        draft={draft}
        problem={isTried && !period.ok ? period.error : undefined}
        onChange={setDraft}
      />
      {template.kind === 'newsAccount' ? (
        <p className="muted">{vi.newReport.portalOnly}</p>
      ) : (
        <Choices
          label={vi.newReport.layout}
          value={usedLayout}
          options={layouts.map((value) => ({ value, name: LAYOUT_NAMES[value] }))}
          onChoose={setLayout}
        />
      )}
    </Dialog>
  )
}

const kindsOf = (template: TemplateSummary): readonly ReportingPeriodKind[] =>
  template.periodKinds.length > 0 ? template.periodKinds : PERIOD_KINDS

const firstKind = (template: TemplateSummary): ReportingPeriodKind => template.periodKinds[0] ?? 'year'
