import type { Services } from '../contract/services'
import { extendTemplate } from '../core/learning/extend-template'
import { learnTemplate } from '../core/learning/learn-template'
import { err, ok } from '../core/result'
import { correctionModel } from './correction-services'
import type { Ports } from './service-ports'
import { segmentFile } from './segment-file'
import type { ShownSamples } from './shown-samples'

/** From samples to a template. */
export function createLearningServices(
  { files, codec, ids, sampleWork, corrections }: Ports,
  shownSamples: ShownSamples,
) {
  /** Readings that may be broken off, by the name the window gave them. */
  const running = new Map<string, AbortController>()
  return {
    'sample.segment': async ({ file, job, legacyText }) => {
      const stop = new AbortController()
      if (job !== undefined) running.set(job, stop)
      try {
        const bytes = await files.read(file)
        if (!bytes.ok) return bytes
        const model = await correctionModel(corrections)
        if (!model.ok) return model
        const how = { corrections: model.value, stop: stop.signal, legacy: legacyText }
        const segmented = await segmentFile(bytes.value, file.name, { codec, sampleWork }, how)
        if (!segmented.ok) return segmented
        const { document, sample } = segmented.value
        shownSamples.keep(sample.sha256, document)
        return ok(sample)
      } finally {
        if (job !== undefined) running.delete(job)
      }
    },
    'sample.stop': ({ job }) => {
      running.get(job)?.abort()
      return Promise.resolve(ok({}))
    },
    'template.learn': ({ samples, name, kind }) => {
      if (samples.length === 0) return Promise.resolve(err({ code: 'learn.noSamples' }))
      const learned = learnTemplate(samples, { id: ids.next(), name, ...(kind ? { kind } : {}) })
      if (!learned.ok) return Promise.resolve(learned)
      return Promise.resolve(ok({ template: learned.value.value, notices: [...learned.value.notices] }))
    },
    'template.extend': ({ template, samples }) => {
      const extended = extendTemplate(template, samples)
      if (!extended.ok) return Promise.resolve(extended)
      return Promise.resolve(ok({ template: extended.value.value, notices: [...extended.value.notices] }))
    },
  } satisfies Partial<Services>
}
