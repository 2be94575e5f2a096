import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../scripts/bootstrap.mjs'
import { outFolder } from '../support/built-program'
import { rawHttp } from '../support/raw-http'

interface Line {
  readonly kind: string
  readonly address: string
  readonly text?: string
}

const started: ChildProcess[] = []

/** The built host as a process of its own. */
function start(dataFolder: string) {
  const child = spawn(process.execPath, [join(outFolder, 'main', 'browser-host.js'), '--json'], {
    env: { ...process.env, TONG_KET_DATA_DIR: dataFolder },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  started.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const nextLine = async () => JSON.parse(String((await lines.next()).value)) as Line
  return { child, exitCode, nextLine }
}

const portOf = ({ address }: Line) => Number(new URL(address).port)
const newFolder = () => mkdtemp(join(tmpdir(), 'host-'))

async function openSession({ address }: Line): Promise<string> {
  const { host, origin, hash, port } = new URL(address)
  const headers = { Host: host, Origin: origin, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ code: hash.slice(1) })
  const answer = await rawHttp({ port: Number(port), method: 'POST', path: '/session', headers, body })
  return (JSON.parse(answer.body) as { token: string }).token
}

beforeAll(() => ensureBuilt(), 180_000)
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')))

describe('the browser host as a process', () => {
  it('serves on 127.0.0.1 and no other address of this machine', async () => {
    const port = portOf(await start(await newFolder()).nextLine())
    const isOpen = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect({ host, port, timeout: 2_000 }, () => resolve(true))
        socket.on('error', () => resolve(false))
        socket.on('timeout', () => resolve(false))
        socket.on('connect', () => socket.destroy())
      })
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .map(({ address }) => address)
    expect(await isOpen('127.0.0.1')).toBe(true)
    for (const address of ['::1', '127.0.0.2', ...others.filter((other) => other !== '127.0.0.1')]) {
      expect([address, await isOpen(address)]).toEqual([address, false])
    }
  })

  it('tells its token to nobody: not in its arguments, its output or its data folder', async () => {
    const folder = await newFolder()
    const line = await start(folder).nextLine()
    const token = await openSession(line)
    expect(token).toMatch(/^[\w-]{43}$/)
    for (const name of await readdir(folder, { recursive: true })) {
      const content = await readFile(join(folder, name), 'utf8').catch(() => '')
      expect(content).not.toContain(token)
    }
    expect(JSON.stringify(line)).not.toContain(token)
  })

  it('gives fresh addresses when asked, each good for one window', async () => {
    const { child, nextLine } = start(await newFolder())
    const first = await nextLine()
    child.stdin.write('new-address\n')
    const second = await nextLine()
    expect(second.kind).toBe('address')
    expect(await openSession(first)).not.toBe(await openSession(second))
  })

  it('is found by a second start, which ends with an address of the first', async () => {
    const folder = await newFolder()
    const first = await start(folder).nextLine()
    const second = start(folder)
    const line = await second.nextLine()
    expect([line.kind, portOf(line)]).toEqual(['alreadyServing', portOf(first)])
    expect(await second.exitCode).toBe(0)
    expect(await openSession(line)).toMatch(/^[\w-]{43}$/)
  })

  it('ends in order on Ctrl+C and gives the folder back', async () => {
    const folder = await newFolder()
    const { child, exitCode, nextLine } = start(folder)
    await nextLine()
    expect(await readdir(folder)).toContain('owner.lock')
    child.kill('SIGINT')
    expect(await exitCode).toBe(0)
    expect(await readdir(folder)).not.toContain('owner.lock')
  })

  it('starts again after it was killed', async () => {
    const folder = await newFolder()
    const killed = start(folder)
    await killed.nextLine()
    killed.child.kill('SIGKILL')
    await killed.exitCode
    expect(await readdir(folder)).toContain('owner.lock')
    expect((await start(folder).nextLine()).kind).toBe('serving')
  })

  it('ends by itself when the last window has closed, if asked to', async () => {
    const folder = await newFolder()
    const { child, exitCode, nextLine } = start(folder)
    const line = await nextLine()
    const headers = { Authorization: `Bearer ${await openSession(line)}`, Origin: new URL(line.address).origin }
    const stop = new AbortController()
    const stream = await fetch(`${headers.Origin}/events`, { headers, signal: stop.signal })
    child.stdin.write('end-when-unused\n')
    await stream.body!.getReader().read()
    stop.abort()
    expect(await exitCode).toBe(0)
    expect(await readdir(folder)).not.toContain('owner.lock')
  })
})
