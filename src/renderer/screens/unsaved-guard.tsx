import { useEffect, useState } from 'react'
import { vi } from '../text/vi'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useClosingCheck, useLeaveGuard } from './window-context'

interface UnsavedGuardProps {
  readonly isUnsaved: boolean
  readonly title: string
  /** What is lost by leaving. */
  readonly words: string
}

/** Asks before unsaved work is left behind: for another screen, or because the window closes. */
export function UnsavedGuard({ isUnsaved, title, words }: UnsavedGuardProps) {
  const [leaving, setLeaving] = useState<{ readonly answer: (leave: boolean) => void }>()
  useLeaveGuard(() =>
    isUnsaved ? new Promise<boolean>((resolve) => setLeaving({ answer: resolve })) : Promise.resolve(true),
  )
  useClosingCheck(() => Promise.resolve(!isUnsaved))
  useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])

  const answer = (leave: boolean) => {
    leaving?.answer(leave)
    setLeaving(undefined)
  }
  return (
    <Dialog
      isOpen={leaving !== undefined}
      onClose={() => answer(false)}
      title={title}
      description={words}
      closeLabel={vi.common.close}
      footer={
        <>
          <Button kind="danger" onClick={() => answer(true)}>
            {vi.leaving.leave}
          </Button>
          <Button kind="primary" onClick={() => answer(false)}>
            {vi.leaving.stay}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
