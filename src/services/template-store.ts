/** Templates that officers saved, one file each under its id, with the version before beside it. */
import type { AppError } from '../core/app-error'
import { parseTemplate, serializeTemplate } from '../core/template/template-file'
import type { Template } from '../core/template/template'
import { err, ok, type Result } from '../core/result'
import { openEnvelope, sealEnvelope } from './envelope'
import { readError, writeError } from './file-errors'
import { orWhenAbsent, systemCode } from './fs-port'
import type { Clock } from './ports'
import { putAside } from './quarantine'
import { EXPLICIT_PATIENCE_MS } from './patience'
import { replaceFile } from './replace-file'
import type { Disk } from './report-folder'
import { isStoreName } from './store-name'
import { WriterQueue } from './writer-queue'

export interface TemplateStore {
  /** Those that can be read; a damaged one comes from the version before it. */
  readonly list: () => Promise<readonly Template[]>
  readonly read: (id: string) => Promise<Result<Template, AppError>>
  /** Acknowledged when the file was read back. */
  readonly save: (template: Template) => Promise<Result<undefined, AppError>>
}

interface TemplateStoreOptions extends Disk {
  readonly dataFolder: string
  readonly appVersion: string
  readonly clock: Clock
}

export function createTemplateStore(options: TemplateStoreOptions): TemplateStore {
  const { fs, codec, dataFolder, appVersion, clock } = options
  const folder = `${dataFolder}/templates`
  const queue = new WriterQueue()

  const readFile = async (id: string, name: string): Promise<Result<ReadTemplate, AppError> | undefined> => {
    const bytes = await orWhenAbsent<Uint8Array | undefined>(fs.read(`${folder}/${name}`), undefined)
    if (!bytes) return undefined
    const opened = openEnvelope(bytes, { kind: 'template', id }, codec)
    if (!opened.ok) return err({ code: 'template.damaged', name, detail: opened.error })
    const parsed = parseTemplate(opened.value.payload, name)
    return parsed.ok ? ok({ template: parsed.value, bytes }) : parsed
  }

  const find = async (id: string): Promise<Result<ReadTemplate, AppError>> => {
    if (!isStoreName(id)) return err({ code: 'template.notFound', id })
    try {
      const current = await readFile(id, `${id}.json`)
      // A newer version's template is whole: the version before must not stand in for it.
      if (current?.ok || current?.error.code === 'template.tooNew') return current
      const previous = await readFile(id, `${id}.prev.json`)
      return previous?.ok ? previous : (current ?? err({ code: 'template.notFound', id }))
    } catch (cause) {
      return err(readError(cause, id))
    }
  }

  const save = async (template: Template): Promise<Result<undefined, AppError>> => {
    const { id, name, schemaVersion } = template
    if (!isStoreName(id)) return err({ code: 'template.notFound', id })
    const before = await find(id)
    if (!before.ok && before.error.code === 'template.tooNew') return before
    const header = {
      kind: 'template',
      id,
      schemaVersion,
      appVersion,
      seq: 0,
      savedAt: clock.now(),
      generation: 0,
    } as const
    const bytes = sealEnvelope(header, serializeTemplate(template), codec)
    try {
      await fs.makeFolder(folder)
      await fs.syncFolder(dataFolder)
      if (!(await keepDamaged(id))) return err({ code: 'file.notWritable', name })
      if (before.ok) await replaceFile(fs, { folder, name: `${id}.prev.json` }, before.value.bytes)
      await replaceFile(fs, { folder, name: `${id}.json` }, bytes, EXPLICIT_PATIENCE_MS)
      return ok(undefined)
    } catch (cause) {
      return err(writeError(cause, name))
    }
  }

  /** The file about to be replaced may hold what somebody can still rescue. */
  const keepDamaged = async (id: string): Promise<boolean> => {
    const name = `${id}.json`
    const current = await readFile(id, name)
    return current?.ok !== false || (await putAside(options, id, { folder, name, reason: 'damaged' }))
  }

  const list = async (): Promise<readonly Template[]> => {
    const ids = (await listNames()).map((name) => /^([^.]+)(?:\.prev)?\.json$/.exec(name)?.[1])
    const found = await Promise.all([...new Set(ids)].filter((id) => id !== undefined).map(find))
    return found.flatMap((template) => (template.ok ? [template.value.template] : []))
  }

  const listNames = async (): Promise<readonly string[]> => {
    try {
      return await orWhenAbsent<readonly string[]>(fs.list(folder), [])
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause
      return []
    }
  }

  const read = async (id: string): Promise<Result<Template, AppError>> => {
    const found = await find(id)
    return found.ok ? ok(found.value.template) : found
  }

  return { list, read, save: (template) => queue.run(() => save(template)) }
}

interface ReadTemplate {
  readonly template: Template
  readonly bytes: Uint8Array
}
