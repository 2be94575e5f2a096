/** "Thêm mẫu vào template này": the template learned again from its old samples' digests and new samples. */
import type { AppError } from '../app-error'
import type { Noted } from '../notice'
import { err, ok, type Result } from '../result'
import type { Template, TemplateSection } from '../template/template'
import { carryEdits } from './carry-edits'
import type { DigestOf } from './collapse-copies'
import { digestSamples, learnFromDigests } from './learn-template'
import type { SegmentedSample } from './sample-document'
import { sentenceHash } from './section-phrases'

/**
 * What the officer changed in the template stays as she left it. Fails with `learn.cannotExtend` where the template
 * was not learned or its samples were not kept as digests, with `learn.noSamples` where no new sample is of its kind.
 */
export function extendTemplate(
  template: Template,
  added: readonly SegmentedSample[],
): Result<Noted<Template>, AppError> {
  const old = digestsOf(template)
  if (!old) return err({ code: 'learn.cannotExtend', name: template.name })
  const { id, name, kind } = template
  const { samples, sentences, others } = digestSamples(added, kind)
  if (samples.length === 0) return err({ code: 'learn.noSamples' })
  const known = knownSentences(template.sections)
  const baseline = learnFromDigests(old, known, { id, name, kind }).value
  const relearned = learnFromDigests([...old, ...samples], new Map([...sentences, ...known]), { id, name, kind })
  return ok({
    value: carryEdits({ baseline, edited: template, relearned: relearned.value }),
    notices: [...others, ...relearned.notices],
  })
}

function digestsOf({ origin }: Template): readonly DigestOf[] | undefined {
  if (origin.kind !== 'learned' || origin.samples.length === 0) return undefined
  const samples = origin.samples.flatMap(({ digest, ...sample }) => (digest ? [{ ...sample, digest }] : []))
  return samples.length === origin.samples.length ? samples : undefined
}

/** The sentences a template shows, by the hashes its digests keep. */
const knownSentences = (sections: readonly TemplateSection[]): ReadonlyMap<string, string> =>
  new Map(
    sections.flatMap(({ boilerplate, sections: inner }) => [
      ...boilerplate.map(({ text }) => [sentenceHash(text), text] as const),
      ...knownSentences(inner),
    ]),
  )
