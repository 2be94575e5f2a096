import { useEffect, useMemo, useState } from 'react'
import type { Output } from '../../../contract/channels'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import { applyTemplateEdits, type EditedTemplate } from '../../../core/template/edit-template'
import type { Template, TemplateSection } from '../../../core/template/template'
import type { TemplateEdit } from '../../../core/template/template-edit'
import type { Bridge, WindowError } from '../../bridge'

export type Learned =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'learned'
      /** Before the edits of this visit. */
      readonly result: Output<'template.learn'>
      /** With them. */
      readonly edited: EditedTemplate
      /** Headings by id of all sections learned on this visit: those that are gone must still be named. */
      readonly headings: ReadonlyMap<string, string>
      readonly isStale: boolean
    }
  | { readonly kind: 'failed'; readonly error: WindowError }

interface LearnOptions {
  readonly samples: readonly SegmentedSample[]
  readonly name: string
  /** The template that gets the samples; else they alone make a new one. */
  readonly base: Template | undefined
  readonly edits: readonly TemplateEdit[]
  /** More is to come at once: learning waits for it. */
  readonly isWaiting: boolean
}

interface Answer {
  readonly samples: readonly SegmentedSample[]
  readonly headings: ReadonlyMap<string, string>
  readonly learned:
    | { readonly kind: 'learned'; readonly result: Output<'template.learn'> }
    | { readonly kind: 'failed'; readonly error: WindowError }
}

const QUIET_MS = 150
const BUSY_MS = 1500

/** Learns again whenever the samples or their labels change; the last answer stays until the next is there. */
export function useLearnedTemplate(bridge: Bridge, { samples, name, base, edits, isWaiting }: LearnOptions): Learned {
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    if (samples.length === 0) return
    let isCurrent = true
    const learn = () =>
      base
        ? bridge.call('template.extend', { template: base, samples: [...samples] })
        : bridge.call('template.learn', { samples: [...samples], name })
    const timer = window.setTimeout(
      () => {
        void learn().then((result) => {
          if (!isCurrent) return
          setAnswer((before) => ({
            samples,
            headings: new Map([
              ...(before?.headings ?? []),
              ...(result.ok ? headingsOf(result.value.template.sections) : []),
            ]),
            learned: result.ok ? { kind: 'learned', result: result.value } : { kind: 'failed', error: result.error },
          }))
        })
      },
      isWaiting ? BUSY_MS : QUIET_MS,
    )
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [bridge, samples, name, base, isWaiting])

  const result = answer?.learned.kind === 'learned' ? answer.learned.result : undefined
  const edited = useMemo(() => result && applyTemplateEdits(result.template, edits), [result, edits])
  if (samples.length === 0 || !answer) return { kind: 'nothing' }
  if (!result || !edited) return answer.learned.kind === 'failed' ? answer.learned : { kind: 'nothing' }
  return { kind: 'learned', result, edited, headings: answer.headings, isStale: answer.samples !== samples }
}

const headingsOf = (sections: readonly TemplateSection[]): readonly (readonly [string, string])[] =>
  sections.flatMap(({ id, heading, sections: inner }) => [[id, heading] as const, ...headingsOf(inner)])
