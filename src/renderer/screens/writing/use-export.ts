import { useState } from 'react'
import type { WindowError } from '../../bridge'
import type { ReportSession } from '../../session/report-session'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { useToast } from '../../ui/toast'
import { useWindow } from '../window-context'

export type ExportTarget = 'docx' | 'html' | 'tongket'

export interface Exporting {
  readonly isBusy: boolean
  /** Set while the officer is asked whether a draft will do. */
  readonly refused: { readonly to: ExportTarget; readonly count: number } | undefined
  readonly run: (to: ExportTarget, options: { readonly isDraft: boolean }) => Promise<void>
  readonly forget: () => void
  readonly say: (error: WindowError) => string
}

/** Exports what is on disk, after everything typed is there. */
export function useExport(session: ReportSession, isReadOnly: boolean): Exporting {
  const { bridge } = useWindow()
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<Exporting['refused']>()

  const run: Exporting['run'] = async (to, { isDraft }) => {
    if (isBusy) return
    setIsBusy(true)
    setRefused(undefined)
    try {
      if (!isReadOnly && !(await session.save())) return toast({ tone: 'bad', text: vi.writing.exportNotSaved })
      const delivery = await bridge.call('report.export', { id: session.read().id, to, isDraft })
      if (delivery.ok) {
        bridge.receive(delivery.value)
        toast({ tone: 'good', text: vi.writing.exported(delivery.value.name) })
      } else if (delivery.error.code === 'report.hasErrors') {
        setRefused({ to, count: delivery.error.count })
      } else if (delivery.error.code !== 'cancelled') {
        toast({ tone: 'bad', text: errorText(delivery.error) })
      }
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, refused, run, forget: () => setRefused(undefined), say: errorText }
}
