/** What a command is: a line of the table, and a function from its arguments to what it says. */
import type { AppError } from '../core/app-error'
import type { Notice } from '../core/notice'
import type { Result } from '../core/result'
import type { Settings } from '../core/settings/settings'
import type { Codec } from '../services/codec'
import type { FsPort } from '../services/fs-port'
import type { Clock, Ids } from '../services/ports'
import type { SampleWork } from '../services/sample-work'
import type { TemplateStore } from '../services/template-store'

export interface Command {
  /** How it is called, as `--help` shows it. */
  readonly usage: string
  /** Throws `UsageError` for arguments that make no sense. */
  readonly run: (args: readonly string[], context: Context) => Promise<Result<Output, AppError>>
}

/** What the world gives a command. */
export interface Context {
  readonly fs: FsPort
  readonly clock: Clock
  readonly ids: Ids
  readonly codec: Codec
  readonly sampleWork: SampleWork
  readonly savedTemplates: Pick<TemplateStore, 'list' | 'read'>
  readonly readSettings: () => Promise<Settings>
}

/** A notice as it is said; where a command takes several files, with the name of its own. */
export type SaidNotice = Notice & { readonly file?: string }

export interface Output {
  readonly json: unknown
  /** For people. */
  readonly text: string
  readonly notices?: readonly SaidNotice[]
  /** Of some inputs; the others were done. */
  readonly errors?: readonly AppError[]
  /** The work was done and found something wrong. */
  readonly hasFindings?: boolean
}

/** The command was called in a way that makes no sense: exit 2. The message is Vietnamese. */
export class UsageError extends Error {}
