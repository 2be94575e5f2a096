/**
 * The incident log an officer can copy and send: when, where, what kind of fault, and the frames of the stack.
 * Nothing of a report gets in: messages are clipped, and quoted pieces and words with Vietnamese letters go.
 */
import { orWhenAbsent, systemCode, type FsPort } from '../fs-port'
import type { Clock, Ids, IncidentLog } from '../ports'
import { WriterQueue } from '../writer-queue'

const NAME = 'incidents.log'
const OLD_NAME = 'incidents.old.log'
const ROTATE_AT_BYTES = 1024 * 1024
const MESSAGE_LENGTH = 200
const FRAMES = 12
const CAUSES = 3

interface IncidentLogOptions {
  readonly fs: FsPort
  readonly dataFolder: string
  readonly clock: Clock
  readonly ids: Ids
}

export interface IncidentLogFile extends IncidentLog {
  /** Resolves when everything reported is in the file, or could not be written. */
  readonly flush: () => Promise<void>
}

export function createIncidentLog({ fs, dataFolder, clock, ids }: IncidentLogOptions): IncidentLogFile {
  const folder = `${dataFolder}/logs`
  const queue = new WriterQueue()

  const append = async (entry: string): Promise<void> => {
    try {
      await fs.makeFolder(folder)
      await rotate()
      const file = await fs.append(`${folder}/${NAME}`)
      try {
        await file.write(new TextEncoder().encode(entry))
      } finally {
        await file.close()
      }
    } catch (cause) {
      // A log that cannot be written must not bring down what it reports on.
      if (systemCode(cause) === undefined) throw cause
    }
  }

  const rotate = async (): Promise<void> => {
    const stat = await orWhenAbsent<{ readonly size: number } | undefined>(fs.stat(`${folder}/${NAME}`), undefined)
    if ((stat?.size ?? 0) >= ROTATE_AT_BYTES) await fs.rename(`${folder}/${NAME}`, `${folder}/${OLD_NAME}`)
  }

  const readText = async (): Promise<string> => {
    try {
      return new TextDecoder().decode(await fs.read(`${folder}/${NAME}`))
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause
      return ''
    }
  }

  return {
    report: (where, cause) => {
      const id = ids.next()
      const entry = `${clock.now()} ${id} ${clean(where)}\n${describe(cause)}\n\n`
      void queue.run(() => append(entry))
      return id
    },
    read: () => queue.run(readText),
    flush: () => queue.run(() => Promise.resolve()),
  }
}

/** Kind, code and frames of a fault and of what caused it. */
function describe(cause: unknown, depth = 0): string {
  if (!(cause instanceof Error)) return `  thrown: ${typeof cause === 'string' ? clean(cause) : typeof cause}`
  const code = systemCode(cause)
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, FRAMES)
    .map(withoutFolders)
  const own = [`  ${cause.name}${code ? ` ${code}` : ''}: ${clean(cause.message)}`, ...frames].join('\n')
  return cause.cause === undefined || depth >= CAUSES ? own : `${own}\n caused by\n${describe(cause.cause, depth + 1)}`
}

/** Folders may carry the officer's name; `at save (file:///…/index.js:10:5)` keeps the last part. */
const withoutFolders = (frame: string): string => frame.replace(/(\(|\bat )[^()]*[/\\](?=[^/\\]*$)/, '$1')

/** Quoted pieces and words with letters beyond ASCII may be what somebody typed. */
function clean(message: string): string {
  const text = message
    .replace(/\s+/g, ' ')
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?/g, '"…"')
    .replace(/\S*[^\x20-\x7e…]\S*/g, '…')
    .replace(/(?:… ?){2,}/g, '… ')
  return text.replace(/\S*[/\\](\S+)/g, '$1').slice(0, MESSAGE_LENGTH)
}
