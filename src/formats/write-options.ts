import type { LayoutId } from '../core/report/report'

/** What every writer of reports is told. */
export interface WriteOptions {
  readonly layout: LayoutId
  /** A draft says so in a line of its own. */
  readonly isDraft: boolean
  /** ISO 8601 with zone: the hour the file bears. */
  readonly now: string
}
