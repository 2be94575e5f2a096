/** Files between the officer and the program by native dialogs. The window learns names and ids, never a path. */
import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError } from '../core/app-error'
import { err, ok, type Result } from '../core/result'
import type { FileRef } from '../contract/channels'
import { UPLOAD_LIMIT_BYTES, UPLOAD_LIMIT_MB, type HeldFiles } from '../host/held-files'
import { readError } from '../services/file-errors'
import { writeFileAtomically } from '../services/node/atomic-write'
import type { FileExchange } from '../services/ports'
import { askWhereToSave, askWhichFiles } from './dialogs'

/** Chosen files stay where they are until they are read; dropped ones come through the uploads. */
export function createElectronFileExchange(uploads: HeldFiles): FileExchange {
  const chosen = new Map<string, string>()
  return {
    choose: async (purpose) => {
      const paths = await askWhichFiles(purpose)
      if (paths.length === 0) return err({ code: 'cancelled' })
      const files: FileRef[] = []
      for (const path of paths) {
        const described = await describeFile(path)
        if (!described.ok) return described
        chosen.set(described.value.id, path)
        files.push(described.value)
      }
      return ok(files)
    },
    read: async (file) => {
      const path = chosen.get(file.id)
      if (path !== undefined) return await readChosen(path)
      const held = uploads.read(file.id)
      return held ? ok(held.bytes) : err({ code: 'file.gone', name: file.name })
    },
    deliver: async (name, bytes) => {
      const path = await askWhereToSave(name)
      if (path === undefined) return err({ code: 'cancelled' })
      const written = await writeFileAtomically(path, bytes)
      return written.ok ? ok({ kind: 'written', name: basename(path) }) : written
    },
  }
}

async function describeFile(path: string): Promise<Result<FileRef, AppError>> {
  try {
    return ok({ id: randomUUID(), name: basename(path), size: (await stat(path)).size })
  } catch (cause) {
    return err(readError(cause, basename(path)))
  }
}

async function readChosen(path: string): Promise<Result<Uint8Array, AppError>> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > UPLOAD_LIMIT_BYTES)
      return err({ code: 'file.tooLarge', name, limitMb: UPLOAD_LIMIT_MB })
    return ok(new Uint8Array(await readFile(path)))
  } catch (cause) {
    return err(readError(cause, name))
  }
}
