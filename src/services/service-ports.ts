import type { Notice } from '../core/notice'
import type { HostDescription } from '../contract/channels'
import type { Codec } from './codec'
import type { Clock, Closing, FileExchange, Ids, IncidentLog, SettingsStore } from './ports'
import type { CorrectionStore } from './correction-store'
import type { SampleWork } from './sample-work'
import type { ReportStore } from './report-store'
import type { TemplateStore } from './template-store'

/** Everything `createServices` needs. */
export interface Ports {
  readonly host: Omit<HostDescription, 'startNotices'>
  /** What was found while the program started. */
  readonly startNotices: readonly Notice[]
  readonly clock: Clock
  readonly ids: Ids
  readonly codec: Codec
  readonly settings: SettingsStore
  readonly files: FileExchange
  readonly incidents: IncidentLog
  readonly closing: Closing
  readonly corrections: CorrectionStore
  readonly sampleWork: SampleWork
  readonly reports: ReportStore
  readonly templates: TemplateStore
}
