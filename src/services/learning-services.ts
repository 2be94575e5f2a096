import type { Services } from '../contract/services'
import { learnTemplate } from '../core/learning/learn-template'
import { err, ok } from '../core/result'
import type { Ports } from './service-ports'
import { segmentFile } from './segment-file'

/** From samples to a template. */
export function createLearningServices({ files, codec, ids, sampleWork }: Ports) {
  return {
    'sample.segment': async ({ file }) => {
      const bytes = await files.read(file)
      return bytes.ok ? segmentFile(bytes.value, file.name, { codec, sampleWork }) : bytes
    },
    'template.learn': ({ samples, name, kind }) => {
      if (samples.length === 0) return Promise.resolve(err({ code: 'learn.noSamples' }))
      const learned = learnTemplate(samples, { id: ids.next(), name, ...(kind ? { kind } : {}) })
      if (!learned.ok) return Promise.resolve(learned)
      return Promise.resolve(ok({ template: learned.value.value, notices: [...learned.value.notices] }))
    },
  } satisfies Partial<Services>
}
