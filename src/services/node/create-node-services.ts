/** The services on the real disk, as both hosts use them. */
import { basename, dirname } from 'node:path'
import type { HostDescription } from '../../contract/channels'
import type { Services } from '../../contract/services'
import type { Notice } from '../../core/notice'
import { createServices } from '../create-services'
import { createCorrectionStore } from '../correction-store'
import { systemCode, type FsPort } from '../fs-port'
import type { Closing, FileExchange } from '../ports'
import { createReportStore } from '../report-store'
import { sweepTempFiles } from '../sweep-temp-files'
import { sampleWorkHere } from '../sample-work'
import { createTemplateStore } from '../template-store'
import { systemClock } from './clock'
import { createIncidentLog, type IncidentLogFile } from './incident-log'
import { nodeCodec } from './node-codec'
import { nodeFs } from './node-fs'
import { openSettingsStore, type SettingsBackend } from './settings-store'
import { createThreadedSampleWork } from './threaded-sample-work'
import { createUlids } from './ulid'

interface NodeServicesOptions {
  readonly dataFolder: string
  readonly host: Omit<HostDescription, 'startNotices'>
  readonly files: FileExchange
  readonly settingsBackend: SettingsBackend
  /** The built `sample-worker.js`; absent = documents are read where the services run. */
  readonly sampleWorker?: string
  /** Only a host that holds its window open until it is saved listens. */
  readonly closing?: Closing
  /** Another disk, for tests. */
  readonly fs?: FsPort
}

export interface NodeServices {
  readonly services: Services
  readonly incidents: IncidentLogFile
  /** Snapshots what is open and writes the log out. */
  readonly close: () => Promise<void>
}

/** Always resolves: a data folder that cannot be written becomes a notice, not a program that does not start. */
export async function createNodeServices(options: NodeServicesOptions): Promise<NodeServices> {
  const { dataFolder, host, files, settingsBackend, sampleWorker, closing = NOBODY_WAITS, fs = nodeFs } = options
  const { appVersion } = host
  const ids = createUlids()
  const disk = { fs, codec: nodeCodec, clock: systemClock, dataFolder, appVersion }
  const folderNotices = await prepareFolder(fs, dataFolder)
  const settingsFile = { folder: dirname(settingsBackend.path), name: basename(settingsBackend.path) }
  await sweepTempFiles(fs, { dataFolder, settings: settingsFile, olderThanMs: performance.timeOrigin })
  const incidents = createIncidentLog({ fs, dataFolder, clock: systemClock, ids })
  const settings = await openSettingsStore({ ...disk, backend: settingsBackend })
  const reports = createReportStore({ ...disk, incidents })
  const sampleWork = sampleWorker === undefined ? sampleWorkHere : createThreadedSampleWork(sampleWorker)
  const services = createServices({
    host,
    startNotices: [...folderNotices, ...settings.notices],
    clock: systemClock,
    ids,
    codec: nodeCodec,
    settings: settings.store,
    files,
    incidents,
    closing,
    sampleWork,
    corrections: createCorrectionStore(disk),
    reports,
    templates: createTemplateStore(disk),
  })
  return {
    services,
    incidents,
    close: async () => {
      await sampleWork.close()
      await reports.closeAll()
      await incidents.flush()
    },
  }
}

const NOBODY_WAITS: Closing = { answer: () => undefined }

async function prepareFolder(fs: FsPort, dataFolder: string): Promise<readonly Notice[]> {
  try {
    await fs.makeFolder(dataFolder)
    await fs.checkWritable(dataFolder)
    return []
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return [{ code: 'store.readOnly', severity: 'error' }]
  }
}
