import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppErrorSchema } from '../../src/core/app-error'

describe('every expected failure', () => {
  it('appears in some test by its code', async () => {
    const here = 'app-error-codes.test.ts'
    const entries = await readdir('tests', { recursive: true, withFileTypes: true })
    const tests = entries.filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name) && entry.name !== here)
    const sources = await Promise.all(tests.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
    const all = sources.join('\n')
    const codes = AppErrorSchema.options.map((option) => option.shape.code.value)

    expect(codes.filter((code) => !all.includes(`'${code}'`))).toEqual([])
  })
})
