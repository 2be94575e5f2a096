import type { FileRef } from '../../src/contract/channels'
import type { Services } from '../../src/contract/services'
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings'
import { err, ok } from '../../src/core/result'
import { createServices } from '../../src/services/create-services'
import { createCorrectionStore } from '../../src/services/correction-store'
import type { FsPort } from '../../src/services/fs-port'
import { nodeCodec } from '../../src/services/node/node-codec'
import type { Ports } from '../../src/services/service-ports'
import { sampleWorkHere } from '../../src/services/sample-work'
import { createReportStore } from '../../src/services/report-store'
import { createTemplateStore } from '../../src/services/template-store'
import { countingIds } from './identities'
import { createMemoryFs } from './memory-fs'
import { risingClock } from './report-stores'

export interface ServiceWorld {
  readonly services: Services
  /** Hands the services a file as a window does. */
  readonly upload: (name: string, bytes: Uint8Array | string) => FileRef
  readonly delivered: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly incidents: readonly string[]
}

/** The services on a disk in memory, with every port real that can be. */
export function serviceWorld(changes: Partial<Ports> = {}, fs: FsPort = createMemoryFs()): ServiceWorld {
  const uploads = new Map<string, Uint8Array>()
  const delivered: { name: string; bytes: Uint8Array }[] = []
  const incidents: string[] = []
  const log = {
    report: (where: string) => `i${incidents.push(where)}`,
    read: () => Promise.resolve(incidents.join('\n')),
  }
  let settings: Settings = DEFAULT_SETTINGS
  const clock = risingClock()
  const disk = { fs, codec: nodeCodec, clock, dataFolder: '/data', appVersion: '0.0.0-test' }
  const services = createServices({
    host: { kind: 'browser', appVersion: '0.0.0-test', hasFileDialogs: false, hasNativeMenu: false },
    startNotices: [],
    clock,
    ids: countingIds('id'),
    codec: nodeCodec,
    settings: {
      read: () => settings,
      write: (wanted) => {
        settings = wanted
        return Promise.resolve(ok(settings))
      },
    },
    files: {
      read: ({ id, name }) => {
        const bytes = uploads.get(id)
        return Promise.resolve(bytes ? ok(bytes) : err({ code: 'file.gone', name } as const))
      },
      deliver: (name, bytes) => {
        delivered.push({ name, bytes })
        return Promise.resolve(ok({ kind: 'download', name, ticket: `t${delivered.length}` } as const))
      },
      choose: () => Promise.resolve(err({ code: 'cancelled' } as const)),
    },
    incidents: log,
    closing: { answer: () => undefined },
    corrections: createCorrectionStore(disk),
    sampleWork: sampleWorkHere,
    reports: createReportStore({ ...disk, incidents: log }),
    templates: createTemplateStore(disk),
    ...changes,
  })
  return {
    services,
    delivered,
    incidents,
    upload: (name, content) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const id = `u${uploads.size}`
      uploads.set(id, bytes)
      return { id, name, size: bytes.length }
    },
  }
}
