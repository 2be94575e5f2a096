/** "Thêm mẫu vào template này": the template learned again from its old samples' digests and new samples. */
import type { AppError } from '../app-error'
import type { Noted, Notice } from '../notice'
import { err, ok, type Result } from '../result'
import { applyTemplateEdits, findSection } from '../template/edit-template'
import type { Template, TemplateSection } from '../template/template'
import type { TemplateEdit } from '../template/template-edit'
import { carryEdits } from './template/carry-edits'
import type { DigestOf } from './template/collapse-copies'
import { digestSamples, learnFromDigests } from './learn-template'
import type { SegmentedSample } from './sample-document'
import { sentenceHash } from './template/section-phrases'

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
  const learnedBefore = learnFromDigests(old, known, { id, name, kind }).value
  const learnedNow = learnFromDigests([...old, ...samples], new Map([...sentences, ...known]), { id, name, kind })
  const baseline = applyTemplateEdits(learnedBefore, template.edits ?? [])
  const relearned = applyTemplateEdits(learnedNow.value, template.edits ?? [])
  const nowLost = relearned.lost.filter((edit) => !baseline.lost.includes(edit))
  return ok({
    value: carryEdits({ baseline: baseline.template, edited: template, relearned: relearned.template }),
    notices: [...others, ...learnedNow.notices, ...nowLost.map((edit) => lostEdit(edit, learnedBefore))],
  })
}

const lostEdit = (edit: TemplateEdit, before: Template): Notice => ({
  code: 'learn.editLost',
  severity: 'warning',
  data: { name: findSection(before.sections, edit.section)?.heading ?? edit.section },
})

/** Whether every sample it was learned from is kept as a digest. */
export const isExtendable = (template: Template): boolean => digestsOf(template) !== undefined

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
