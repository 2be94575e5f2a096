import { describe, expect, it } from 'vitest'
import { builtInTemplates } from '../../src/services/built-in-templates'
import { sealEnvelope } from '../../src/services/envelope'
import { nodeCodec } from '../../src/services/node/node-codec'
import { createTemplateStore } from '../../src/services/template-store'
import type { Template } from '../../src/core/template/template'
import { createFaultFs } from '../support/fault-fs'
import { createMemoryFs, systemError, type MemoryFs } from '../support/memory-fs'
import { risingClock } from '../support/report-stores'

const storeOn = (fs: MemoryFs | ReturnType<typeof createFaultFs>) =>
  createTemplateStore({ fs, codec: nodeCodec, clock: risingClock(), dataFolder: '/data', appVersion: '0.0.0-test' })

function template(name: string): Template {
  const [first] = builtInTemplates()
  if (!first) throw new Error('no built-in template')
  return { ...first, id: 'T1', name, origin: { kind: 'officer' } }
}

describe('template store', () => {
  it('gives back what was saved', async () => {
    const store = storeOn(createMemoryFs())
    expect(await store.list()).toEqual([])
    await store.save(template('Một'))
    expect(await store.read('T1')).toEqual({ ok: true, value: template('Một') })
    expect((await store.list()).map(({ name }) => name)).toEqual(['Một'])
  })

  it('returns to the version before when the file is damaged, and keeps the damaged one when it saves again', async () => {
    const disk = createMemoryFs()
    const store = storeOn(disk)
    await store.save(template('Một'))
    await store.save(template('Hai'))
    disk.overwrite('/data/templates/T1.json', (bytes) => bytes.slice(0, 100))
    expect(await store.read('T1')).toMatchObject({ ok: true, value: { name: 'Một' } })
    await store.save(template('Ba'))
    expect(await store.read('T1')).toMatchObject({ value: { name: 'Ba' } })
    expect(disk.files().filter((path) => path.startsWith('/data/quarantine/T1/'))).toHaveLength(1)
  })

  it('saves nothing over a damaged file that cannot be put aside', async () => {
    const disk = createMemoryFs()
    await storeOn(disk).save(template('Một'))
    disk.overwrite('/data/templates/T1.json', (bytes) => bytes.slice(0, 100))
    const bad = await disk.read('/data/templates/T1.json')
    const makeFolder = (folder: string) =>
      folder.includes('quarantine') ? Promise.reject(systemError('ENOSPC')) : disk.makeFolder(folder)
    expect(await storeOn({ ...disk, makeFolder }).save(template('Hai'))).toMatchObject({
      error: { code: 'file.notWritable' },
    })
    expect(await disk.read('/data/templates/T1.json')).toEqual(bad)
  })

  it('answers template.damaged when both versions are bad', async () => {
    const disk = createMemoryFs()
    await storeOn(disk).save(template('Một'))
    disk.overwrite('/data/templates/T1.json', () => new Uint8Array(50))
    expect(await storeOn(disk).read('T1')).toMatchObject({ error: { code: 'template.damaged', detail: 'zeroed' } })
    expect(await storeOn(disk).list()).toEqual([])
  })

  it('never rewrites a template of a newer version', async () => {
    const disk = createMemoryFs()
    await storeOn(disk).save(template('Một'))
    const header = {
      kind: 'template',
      id: 'T1',
      schemaVersion: 8,
      appVersion: '9',
      seq: 0,
      savedAt: '',
      generation: 0,
    } as const
    const newer = sealEnvelope(header, JSON.stringify({ ...template('Mới'), schemaVersion: 8 }), nodeCodec)
    disk.overwrite('/data/templates/T1.json', () => newer)
    expect(await storeOn(disk).save(template('Đè'))).toMatchObject({
      error: { code: 'template.tooNew', fileVersion: 8 },
    })
    expect(await disk.read('/data/templates/T1.json')).toEqual(newer)
  })

  it('leaves the old template or the new one, whichever call of a save fails', async () => {
    for (let at = 1; at <= 30; at += 1) {
      const disk = createMemoryFs()
      await storeOn(disk).save(template('Cũ'))
      const saved = await storeOn(createFaultFs(disk, { at, code: 'ENOSPC' })).save(template('Mới'))
      const read = await storeOn(disk).read('T1')
      const name = read.ok ? read.value.name : read.error.code
      expect(saved.ok ? ['Mới'] : ['Cũ', 'Mới'], `call ${at}`).toContain(name)
    }
  })
})

describe('built-in templates', () => {
  it('fit the schema, each under an id of its own', () => {
    const ids = builtInTemplates().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(builtInTemplates().every(({ origin }) => origin.kind !== 'officer')).toBe(true)
  })
})
