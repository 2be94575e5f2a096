/** Bad input on the command line: a code, exit 1, a sentence, and a folder in which nothing has changed. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { section } from '../../src/core/report/make-report'
import { serializeReport } from '../../src/core/report/report-file'
import { writeExchangeFile } from '../../src/services/export-report'
import { nodeFs } from '../../src/services/node/node-fs'
import { cli } from '../support/cli'
import { textLike } from '../support/matchers'
import { createFaultFs } from '../support/fault-fs'
import { folderState } from '../support/folder-state'
import { systemError } from '../support/memory-fs'
import { storedReport } from '../support/stored-report'

describe('bad input on the command line', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  const report = storedReport('R1', 'Đã tổ chức 12 hội nghị.')

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-cli-bad-'))
    await writeFile(at('rỗng.txt'), '')
    await writeFile(at('trắng.txt'), ' \n\n\t')
    await writeFile(
      at('nhị phân.txt'),
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    )
    await writeFile(at('lạ.xyz'), 'chữ')
    await writeFile(at('rỗng.tongket'), '')
    await writeFile(at('hỏng.tongket'), 'không phải zip')
    await writeFile(at('hỏng.json'), '{"schemaVersion":1,')
    await writeFile(at('cụt.tongket'), writeExchangeFile(report).slice(0, 200))
    await writeFile(at('mới.json'), serializeReport(report).replace('"schemaVersion": 1', '"schemaVersion": 99'))
    await writeFile(at('tốt.tongket'), writeExchangeFile(report))
    const unwritten = section('s2', 'Hạn chế', { isRequired: true })
    await writeFile(at('thiếu.tongket'), writeExchangeFile({ ...report, sections: [...report.sections, unwritten] }))
    await writeFile(at('tốt.txt'), 'Hội nghị sơ kết công tác quý III/2026\nSáng 5/10, Ban tổ chức hội nghị sơ kết.')
    await writeFile(at('mẫu hỏng.json'), '{"schemaVersion":1,"id":"x"}')
    await writeFile(at('mẫu mới.json'), '{"schemaVersion":42}')
    await mkdir(at('thư mục'))
    await symlink('/dev/zero', at('thiết bị.txt'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const cases: readonly (readonly [what: string, argv: () => readonly string[], code: string])[] = [
    ['a missing file', () => ['segment', at('không có.txt')], 'file.notFound'],
    [
      'a missing file among samples',
      () => ['learn', at('tốt.txt'), at('không có.txt'), '--name', 'M', '--out', at('m.json')],
      'file.notFound',
    ],
    [
      'a missing report',
      () => ['export', at('không có.tongket'), '--to', 'docx', '--out', at('ra.docx')],
      'file.notFound',
    ],
    ['an empty file', () => ['segment', at('rỗng.txt')], 'file.empty'],
    ['a file of white space', () => ['segment', at('trắng.txt')], 'file.empty'],
    ['an empty sample', () => ['learn', at('rỗng.txt'), '--name', 'M', '--out', at('m.json')], 'file.empty'],
    ['an empty document to import', () => ['import', at('rỗng.txt'), '--out', at('ra.tongket')], 'file.empty'],
    ['an empty report', () => ['check', at('rỗng.tongket')], 'file.empty'],
    ['a binary named .txt', () => ['segment', at('nhị phân.txt')], 'file.notText'],
    ['a binary named .txt to import', () => ['import', at('nhị phân.txt'), '--out', at('ra.tongket')], 'file.notText'],
    ['a kind of file nobody knows', () => ['import', at('lạ.xyz'), '--out', at('ra.tongket')], 'file.unknownKind'],
    [
      'a document where a report belongs',
      () => ['export', at('tốt.txt'), '--to', 'html', '--out', at('ra.html')],
      'file.unknownKind',
    ],
    ['a folder', () => ['segment', at('thư mục')], 'file.notReadable'],
    ['a report that is no archive', () => ['check', at('hỏng.tongket')], 'report.damaged'],
    ['half a report', () => ['export', at('cụt.tongket'), '--to', 'docx', '--out', at('ra.docx')], 'report.damaged'],
    ['half a report to import', () => ['import', at('cụt.tongket'), '--out', at('ra.tongket')], 'report.damaged'],
    ['broken JSON', () => ['check', at('hỏng.json')], 'report.damaged'],
    [
      'a report of a newer version',
      () => ['export', at('mới.json'), '--to', 'docx', '--out', at('ra.docx')],
      'report.tooNew',
    ],
    ['a newer report to import', () => ['import', at('mới.json'), '--out', at('ra.tongket')], 'report.tooNew'],
    [
      'a damaged template',
      () => ['new', '--template', at('mẫu hỏng.json'), '--out', at('ra.tongket')],
      'template.damaged',
    ],
    ['a newer template', () => ['new', '--template', at('mẫu mới.json'), '--out', at('ra.tongket')], 'template.tooNew'],
    ['a template nobody has', () => ['new', '--template', 'khong-co', '--out', at('ra.tongket')], 'template.notFound'],
    [
      'a slot the template does not have',
      () => ['new', '--template', 'report-year', '--set', 'mây=trắng', '--out', at('ra.tongket')],
      'slot.unknown',
    ],
    [
      'a period nobody understands',
      () => ['new', '--template', 'report-year', '--period', 'hôm kia', '--out', at('ra.tongket')],
      'period.unknown',
    ],
    [
      'a number of years that was not given',
      () => ['new', '--template', 'report-thematic', '--out', at('ra.tongket')],
      'period.unknown',
    ],
    [
      'the layout of a news account for a report',
      () => ['export', at('tốt.tongket'), '--to', 'html', '--layout', 'portal', '--draft', '--out', at('ra.html')],
      'report.layoutNotForKind',
    ],
    ['a PDF', () => ['export', at('tốt.tongket'), '--to', 'pdf', '--out', at('ra.pdf')], 'pdf.noEngine'],
    [
      'a report with errors that is no draft',
      () => ['export', at('thiếu.tongket'), '--to', 'docx', '--out', at('ra.docx')],
      'report.hasErrors',
    ],
    [
      'its own input as output',
      () => ['export', at('tốt.tongket'), '--to', 'html', '--draft', '--out', at('tốt.tongket')],
      'file.exists',
    ],
    [
      'a date of a year no report is from',
      () => ['new', '--template', 'report-year', '--set', 'the-thuc.ngay=1/1/0001', '--out', at('ra.tongket')],
      'slot.unknown',
    ],
    ['a device', () => ['import', at('thiết bị.txt'), '--out', at('ra.tongket')], 'file.notReadable'],
    ['a device as a template', () => ['new', '--template', '/dev/zero', '--out', at('ra.json')], 'file.notReadable'],
    [
      'an unwritable place for a template',
      () => ['learn', at('tốt.txt'), '--name', 'M', '--out', '/dev/null/m.json'],
      'file.notWritable',
    ],
    [
      'an unwritable place for a report',
      () => ['new', '--template', 'report-year', '--out', '/proc/ra.tongket'],
      'file.notWritable',
    ],
    [
      'an unwritable place for an export',
      () => ['export', at('tốt.tongket'), '--to', 'html', '--draft', '--out', '/dev/null/ra.html'],
      'file.notWritable',
    ],
    [
      'an unwritable place for an import',
      () => ['import', at('tốt.txt'), '--out', at('rỗng.txt') + '/ra.tongket'],
      'file.notWritable',
    ],
    [
      'an unwritable place for labels',
      () => ['segment', at('tốt.txt'), '--out', at('rỗng.txt') + '/nhãn'],
      'file.notWritable',
    ],
  ]

  it.each(cases)('%s: code, sentence, exit 1, nothing written', async (_what, argv, code) => {
    const before = await folderState(folder)
    const ran = await cli(argv())
    expect(ran.err).toMatch(new RegExp(`^${code.replace('.', '\\.')}: \\p{Lu}.*\\p{L}.*\\.\\n$`, 'u'))
    expect(ran).toMatchObject({ exit: 1, out: '' })
    expect(await folderState(folder)).toEqual(before)
  })

  it.each(cases)('%s: with --json one JSON document on stdout', async (_what, argv, code) => {
    const ran = await cli([...argv(), '--json'])
    const said: unknown = JSON.parse(ran.out)
    if (argv()[0] === 'segment') expect(said).toEqual([])
    else expect(said).toMatchObject({ ok: false, code, message: ran.err.slice(code.length + 2).trim() })
    expect(ran.exit).toBe(1)
  })

  it('a file that may not be read says file.notReadable', async () => {
    const denied = { ...nodeFs, read: () => Promise.reject(systemError('EACCES')) }
    expect(await cli(['segment', at('tốt.txt')], { fs: denied })).toMatchObject({
      exit: 1,
      err: textLike(/^file\.notReadable: /),
    })
  })

  it('a read-only file is not replaced', async () => {
    await writeFile(at('chỉ đọc.html'), 'bản cũ')
    const before = await folderState(folder)
    const checkWritable = (path: string) =>
      path.endsWith('.html') ? Promise.reject(systemError('EACCES')) : nodeFs.checkWritable(path)
    const argv = ['export', at('tốt.tongket'), '--to', 'html', '--draft', '--out', at('chỉ đọc.html')]
    expect(await cli(argv, { fs: { ...nodeFs, checkWritable } })).toMatchObject({
      exit: 1,
      err: textLike(/^file\.notWritable: /),
    })
    expect(await folderState(folder)).toEqual(before)
    await rm(at('chỉ đọc.html'))
  })

  it('two samples of one name: the labels of the first stay, the second is named', async () => {
    await mkdir(at('khác'))
    await writeFile(at('khác/tốt.txt'), 'Một tài liệu khác cùng tên.')
    const ran = await cli(['segment', at('tốt.txt'), at('khác/tốt.txt'), '--out', at('nhãn')])
    expect(ran).toMatchObject({ exit: 1, err: textLike(/^file\.exists: .*tốt\.pred\.json/) })
    expect(await readFile(at('nhãn/tốt.pred.json'), 'utf8')).toContain('Hội nghị sơ kết công tác quý III/2026')
    await rm(at('nhãn'), { recursive: true })
    await rm(at('khác'), { recursive: true })
  })

  it('a file beyond every limit is refused before it is read', async () => {
    const huge = { ...nodeFs, stat: () => Promise.resolve({ kind: 'file', size: 1e10, modifiedAtMs: 0 } as const) }
    expect(await cli(['import', at('tốt.txt'), '--out', at('ra.tongket')], { fs: huge })).toMatchObject({
      exit: 1,
      err: textLike(/^file\.tooLarge: /),
    })
  })

  it('a full disk leaves the old output whole, whichever call fails', async () => {
    await writeFile(at('cũ.html'), 'bản cũ')
    const before = await folderState(folder)
    const argv = ['export', at('tốt.tongket'), '--to', 'html', '--draft', '--out', at('cũ.html')]
    for (let call = 2; call <= 5; call += 1) {
      const ran = await cli(argv, { fs: createFaultFs(nodeFs, { at: call, code: 'ENOSPC' }) })
      expect(ran, `call ${call}`).toMatchObject({
        exit: 1,
        err: textLike(/^file\.(diskFull|notWritable): /),
      })
      expect(await folderState(folder)).toEqual(before)
    }
    await rm(at('cũ.html'))
  })
})

describe('wrong usage', () => {
  it.each([
    [[]],
    [['bay']],
    [['toString']],
    [['roll', 'x.tongket']],
    [['segment']],
    [['segment', 'a.txt', '--màu', 'đỏ']],
    [['learn', 'a.txt', '--out', 'm.json']],
    [['learn', 'a.txt', '--name', 'M', '--out', 'm.json', '--genre', 'thơ']],
    [['learn', 'a.txt', '--name', ' \u0007', '--out', 'm.json']],
    [['learn', 'a.txt', '--name', 'M'.repeat(201), '--out', 'm.json']],
    [['new', '--template', 'report-year']],
    [['new', '--template', 'report-year', '--out', 'r.tongket', '--set', 'ky']],
    [['new', '--template', 'report-year', '--out', 'r.tongket', '--layout', 'portal']],
    [['check', 'a.tongket', 'b.tongket']],
    [['export', 'a.tongket', '--to', 'odt', '--out', 'x']],
    [['export', 'a.tongket', '--to']],
  ])('%j: exit 2 and how it should be written', async (argv) => {
    const ran = await cli(argv)
    expect(ran).toMatchObject({ exit: 2, out: '' })
    expect(ran.err).toMatch(/^usage: /)
    expect(JSON.parse((await cli([...argv, '--json'])).out)).toMatchObject({ ok: false, code: 'usage' })
  })

  it('import asks where to write, unless --json only wants to look', async () => {
    expect(await cli(['import', 'a.txt'])).toMatchObject({ exit: 2 })
    expect(await cli(['import', 'a.txt', '--json'])).toMatchObject({
      exit: 1,
      err: textLike(/^file\.notFound/),
    })
  })

  it('a name says itself without the signs that write over a terminal or turn it round', async () => {
    const { err } = await cli(['segment', 'báo\ncáo\u001B[31m\u202Excod.txt'])
    expect(err).toContain('“báo�cáo�[31m�xcod.txt”')
  })

  it('--help lists every command on stdout', async () => {
    const { exit, out } = await cli(['--help'])
    expect(exit).toBe(0)
    for (const name of ['segment', 'learn', 'templates', 'new', 'import', 'check', 'export'])
      expect(out).toContain(`  ${name} `)
  })
})
