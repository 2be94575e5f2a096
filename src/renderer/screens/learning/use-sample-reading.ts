import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { FileRef } from '../../../contract/channels'
import { ok } from '../../../core/result'
import type { Bridge } from '../../bridge'
import { learningReducer, NO_SAMPLES } from './learning-state'

/** A dropped file has still to be handed over; one from a native dialog is with the host already. */
export type SampleSource = File | FileRef

/** Reads samples one after another; may be stopped between two files. */
export function useSampleReading(bridge: Bridge) {
  const [state, dispatch] = useReducer(learningReducer, NO_SAMPLES)
  const sources = useRef(new Map<number, SampleSource>())
  const queue = useRef<number[]>([])
  const isRunning = useRef(false)
  const isGone = useRef(false)
  const lastKey = useRef(0)

  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])

  const run = useCallback(async () => {
    if (isRunning.current) return
    isRunning.current = true
    for (let key = queue.current.shift(); key !== undefined; key = queue.current.shift()) {
      const source = sources.current.get(key)
      if (!source || isGone.current) continue
      dispatch({ type: 'readingChanged', key, reading: { kind: 'reading' } })
      const file = source instanceof File ? await bridge.upload(source) : ok(source)
      const sample = file.ok ? await bridge.call('sample.segment', { file: file.value }) : file
      dispatch({
        type: 'readingChanged',
        key,
        reading: sample.ok ? { kind: 'read', sample: sample.value } : { kind: 'failed', error: sample.error },
      })
    }
    isRunning.current = false
  }, [bridge])

  const add = useCallback(
    (added: readonly SampleSource[]) => {
      const files = added.map((source) => {
        lastKey.current += 1
        sources.current.set(lastKey.current, source)
        return { key: lastKey.current, name: source.name }
      })
      dispatch({ type: 'added', files })
      queue.current.push(...files.map(({ key }) => key))
      void run()
    },
    [run],
  )

  const stop = useCallback(() => {
    queue.current = []
  }, [])

  /** Reads what was left when the reading was stopped. */
  const resume = useCallback(
    (keys: readonly number[]) => {
      queue.current.push(...keys.filter((key) => !queue.current.includes(key)))
      void run()
    },
    [run],
  )

  return { state, dispatch, add, stop, resume }
}
