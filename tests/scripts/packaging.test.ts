import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listPackage } from '@electron/asar'
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../scripts/bootstrap.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const electronBuilder = join(project, 'node_modules', 'electron-builder', 'cli.js')

/** What electron-builder needs of an Electron to pack it: a binary with a fuse wire, and a few files. */
async function makeStubElectron(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stub-electron-'))
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('0'.repeat(9)),
  ])
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([await readFile('/bin/true').catch(() => Buffer.from('stub')), wire]),
  )
  await chmod(join(folder, 'electron'), 0o755)
  await writeFile(join(folder, 'version'), '45.4.1')
  await writeFile(join(folder, 'LICENSE'), 'stub')
  await mkdir(join(folder, 'locales'))
  for (const locale of ['vi', 'en-US', 'fr']) await writeFile(join(folder, 'locales', `${locale}.pak`), '')
  return folder
}

describe('the packed program', () => {
  let packed: string

  beforeAll(async () => {
    await ensureBuilt()
    const output = await mkdtemp(join(tmpdir(), 'packed-'))
    const options = [`-c.electronDist=${await makeStubElectron()}`, `-c.directories.output=${output}`]
    const packing = spawnSync(process.execPath, [electronBuilder, '--linux', '--x64', '--dir', ...options], {
      cwd: project,
      encoding: 'utf8',
    })
    expect(packing.status, packing.stdout + packing.stderr).toBe(0)
    packed = join(output, 'linux-unpacked')
  }, 240_000)

  it('carries what the window needs and nothing more', () => {
    const files = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false }).map((path) =>
      path.replaceAll('\\', '/'),
    )
    expect(files).toEqual(
      expect.arrayContaining([
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
        '/package.json',
        '/LICENSE',
        '/THIRD-PARTY-NOTICES.md',
      ]),
    )
    expect(
      files.filter((path) =>
        /node_modules|\.map$|^\/(src|tests|scripts|docs)|browser-host\.js|cli\.js|\.tsx?$/.test(path),
      ),
    ).toEqual([])
  })

  it('keeps two languages of Chromium', async () => {
    expect((await readdir(join(packed, 'locales'))).sort()).toEqual(['en-US.pak', 'vi.pak'])
  })

  it('has every fuse set, and none left as Electron ships it', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'tong-ket'))
    const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
    const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
    expect(
      Object.fromEntries(names.map((name) => [name, state(FuseV1Options[name as keyof typeof FuseV1Options])])),
    ).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    })
  })
})

describe('the notices', () => {
  it('name every package whose code is in the program', () => {
    const check = spawnSync(process.execPath, [join(project, 'scripts', 'notices.mjs'), '--check'], {
      encoding: 'utf8',
    })
    expect(check.stderr.trim()).toBe('THIRD-PARTY-NOTICES.md is up to date.')
  })
})

describe('the icons', () => {
  it('are there in each system’s own form', async () => {
    const read = (name: string) => readFile(join(project, 'resources', 'icons', name))
    expect((await read('icon.png')).subarray(1, 4).toString()).toBe('PNG')
    expect([...(await read('icon.ico')).subarray(0, 6)]).toEqual([0, 0, 1, 0, 7, 0])
    const icns = await read('icon.icns')
    expect([icns.subarray(0, 4).toString(), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  })
})
