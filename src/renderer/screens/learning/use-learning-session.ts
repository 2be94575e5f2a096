import { useEffect, useState, useSyncExternalStore } from 'react'
import { errorText } from '../../text/errors'
import { useToast } from '../../ui/toast'
import { useWindow } from '../window-context'
import { createLearningSession, type LearningSession, type LearningView } from './learning-session'

/** The session of this visit, and what it looks like now. */
export function useLearningSession(): { readonly session: LearningSession; readonly view: LearningView } {
  const { bridge } = useWindow()
  const toast = useToast()
  const [session] = useState(() =>
    createLearningSession(bridge, (error) => toast({ tone: 'bad', text: errorText(error) })),
  )
  const view = useSyncExternalStore(session.subscribe, session.view)
  useEffect(() => {
    session.open()
    return session.close
  }, [session])
  return { session, view }
}
