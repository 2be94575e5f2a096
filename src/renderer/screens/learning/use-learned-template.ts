import { useEffect, useState } from 'react'
import type { Output } from '../../../contract/channels'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import type { Bridge, WindowError } from '../../bridge'

export type Learned =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'learned'; readonly result: Output<'template.learn'>; readonly isStale: boolean }
  | { readonly kind: 'failed'; readonly error: WindowError }

const QUIET_MS = 150

/** Learns again whenever the samples or their labels change; the last answer stays until the next is there. */
export function useLearnedTemplate(bridge: Bridge, samples: readonly SegmentedSample[], name: string): Learned {
  const [answer, setAnswer] = useState<{
    readonly samples: readonly SegmentedSample[]
    readonly learned: Exclude<Learned, { readonly kind: 'nothing' }>
  }>()

  useEffect(() => {
    if (samples.length === 0) return
    let isCurrent = true
    const timer = window.setTimeout(() => {
      void bridge.call('template.learn', { samples: [...samples], name }).then((result) => {
        if (!isCurrent) return
        setAnswer({
          samples,
          learned: result.ok
            ? { kind: 'learned', result: result.value, isStale: false }
            : { kind: 'failed', error: result.error },
        })
      })
    }, QUIET_MS)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [bridge, samples, name])

  if (samples.length === 0 || !answer) return { kind: 'nothing' }
  const { learned } = answer
  return learned.kind === 'learned' ? { ...learned, isStale: answer.samples !== samples } : learned
}
