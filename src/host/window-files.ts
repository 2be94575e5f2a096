/**
 * The built window (out/renderer) as a list of known files. Addresses are looked up in the list and never joined
 * to a path, so none can lead out of the folder. Read once at start: a build meanwhile cannot mix old and new.
 */
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export interface WindowFile {
  readonly type: string
  /** The page carries the nonce that its answer's policy names; other files do not change. */
  readonly bytesFor: (nonce: string) => Uint8Array<ArrayBuffer>
}

export interface WindowFiles {
  /** By the path of an address as it came, still encoded. */
  readonly find: (path: string) => WindowFile | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

const NONCE_PLACE = '__CSP_NONCE__'
const PAGE = '/index.html'

/** Lists and reads what the build left in the folder. */
export async function readWindowFiles(folder: string): Promise<WindowFiles> {
  const files = new Map<string, WindowFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const type = TYPES[extname(path).toLowerCase()]
    if (type)
      files.set(path.slice(folder.length).split(sep).join('/'), windowFile(type, new Uint8Array(await readFile(path))))
  }
  const page = files.get(PAGE)
  if (page) files.set('/', page)
  return { find: (path) => files.get(decodeOnce(path)) }
}

function windowFile(type: string, bytes: Uint8Array<ArrayBuffer>): WindowFile {
  if (!type.startsWith('text/html')) return { type, bytesFor: () => bytes }
  const page = new TextDecoder().decode(bytes)
  return { type, bytesFor: (nonce) => new TextEncoder().encode(page.replaceAll(NONCE_PLACE, nonce)) }
}

/** Once only: what is still encoded afterwards is no name of a known file. */
function decodeOnce(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

/** 128 bits, fresh for each answer. */
export const freshNonce = (): string => randomBytes(16).toString('base64')
