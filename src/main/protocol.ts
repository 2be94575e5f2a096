/** `app://tong-ket/`: the window's files and its uploads. No other address is answered, no path is ever joined. */
import { protocol } from 'electron'
import { UPLOAD_LIMIT_BYTES, UPLOAD_LIMIT_MB, uploadName, type HeldFiles } from '../host/held-files'
import { securityHeaders } from '../host/security-headers'
import { freshNonce, type WindowFiles } from '../host/window-files'
import { APP_ORIGIN, APP_SCHEME, isOwnAddress } from './address'

/** Before the app is ready: pages of the scheme count as a secure origin of their own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers every request of the window. */
export function serveApp(files: WindowFiles, uploads: HeldFiles): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, files, uploads))
}

async function answer(request: Request, files: WindowFiles, uploads: HeldFiles): Promise<Response> {
  const nonce = freshNonce()
  const respond = (status: number, type: string, body: string | Uint8Array<ArrayBuffer>): Response =>
    new Response(body, { status, headers: { ...securityHeaders(nonce), 'Content-Type': type } })
  const respondJson = (status: number, value: unknown): Response =>
    respond(status, 'application/json; charset=utf-8', JSON.stringify(value))

  if (!isOwnAddress(request.url) || !isOwnOrigin(request)) return respondJson(403, { error: 'refused' })
  const { pathname, searchParams } = new URL(request.url)
  if (request.method === 'GET') {
    const file = files.find(pathname)
    return file ? respond(200, file.type, file.bytesFor(nonce)) : respondJson(404, { error: 'notFound' })
  }
  if (request.method !== 'POST' || pathname !== '/upload') return respondJson(404, { error: 'notFound' })
  const name = uploadName(searchParams.get('name'))
  const bytes = await readBounded(request, UPLOAD_LIMIT_BYTES)
  if (!bytes) return respondJson(413, { code: 'file.tooLarge', name, limitMb: UPLOAD_LIMIT_MB })
  return respondJson(200, { id: uploads.keep({ name, bytes }), name, size: bytes.length })
}

function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin === null || origin === APP_ORIGIN
}

/** Counted while it streams; `undefined` when it is larger than the limit. */
async function readBounded(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > limitBytes) {
      await reader.cancel()
      return undefined
    }
    chunks.push(part.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
