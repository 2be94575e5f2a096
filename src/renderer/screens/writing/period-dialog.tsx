import { useState } from 'react'
import type { ReportingPeriod } from '../../../core/reporting-period'
import { PERIOD_KINDS } from '../../../core/template/template'
import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { draftToPeriod, periodToDraft } from '../period-draft'
import { PeriodForm } from '../period-form'

interface PeriodDialogProps {
  readonly period: ReportingPeriod
  readonly onChange: (period: ReportingPeriod) => void
  readonly onClose: () => void
}

/** Another reporting period for the open report. */
export function PeriodDialog({ period, onChange, onClose }: PeriodDialogProps) {
  const [draft, setDraft] = useState(() => periodToDraft(period, new Date()))
  const [isTried, setIsTried] = useState(false)
  const wanted = draftToPeriod(draft)
  const change = () => {
    setIsTried(true)
    if (!wanted.ok) return
    onChange(wanted.value)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={vi.writing.changePeriod}
      description={vi.writing.changePeriodWords}
      closeLabel={vi.common.close}
      footer={
        <>
          <Button onClick={onClose}>{vi.common.cancel}</Button>
          <Button kind="primary" onClick={change}>
            {vi.writing.changePeriodDo}
          </Button>
        </>
      }
    >
      <PeriodForm
        kinds={PERIOD_KINDS}
        draft={draft}
        problem={isTried && !wanted.ok ? wanted.error : undefined}
        onChange={setDraft}
      />
    </Dialog>
  )
}
