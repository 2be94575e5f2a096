import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { readSample } from '../../../src/formats/readers'

/** Made by LibreOffice from the .fodt beside it. */
const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'bao-cao-phong-cu.doc')
const whole = (): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(FIXTURE))

async function read(bytes: Uint8Array, name = 'bao-cao.doc'): Promise<SampleDocument> {
  const result = await readSample(bytes, name)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function errorOf(bytes: Uint8Array, name = 'bao-cao.doc') {
  const result = await readSample(bytes, name)
  return result.ok ? undefined : result.error
}

/** The file with some of its bytes changed. */
function patched(change: (bytes: DataView) => void): Uint8Array {
  const bytes = whole()
  change(new DataView(bytes.buffer))
  return bytes
}

/** Where the stream with the text begins: the sector its directory entry names. */
function streamStart(view: DataView, name: string): number {
  for (let at = 512; at + 128 <= view.byteLength; at += 128) {
    const letters = Array.from(name, (_, index) => String.fromCharCode(view.getUint16(at + index * 2, true))).join('')
    if (letters === name && view.getUint16(at + 0x40, true) === name.length * 2 + 2)
      return (view.getUint32(at + 0x74, true) + 1) * 512
  }
  throw new Error(`no stream ${name}`)
}

describe('reading a .doc', () => {
  it('gives the lines an officer reads, with old fonts decoded by their names', async () => {
    const { paragraphs } = await read(whole())
    expect(paragraphs.map(({ text }) => text)).toEqual([
      'HUYỆN ỦY LÂM BÌNH',
      'BAN TUYÊN GIÁO',
      'Số 12-BC/BTG',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Lâm Bình, ngày 05 tháng 7 năm 2004',
      'BÁO CÁO SƠ KẾT',
      'Đề mục bằng kiểu',
      'Ban Chấp hành Đảng bộ tỉnh lãnh đạo, hướng dẫn “tốt” – năm 2004. Rồi đến Unicode — “ngoặc kép”, ghi chú và chỗ chèn, hết.',
      'Nội dung chú thích.',
      'Huyện ủy tổ chức hội nghị.',
      'KẾT QUẢ',
      'Tuyên truyền',
      'Khoa giáo',
      'Việc gạch đầu dòng',
      'NHIỆM VỤ',
      'Dòng một',
      'dòng hai\tsau tab',
      'TT\tNội dung\tSố',
      '1\tHội nghị các cấp\t15',
      'Trang 1 và liên kết.',
      'Đoạn có khung.',
      'Chữ trong khung',
    ])
  })

  it('gives numbers, headings, alignment, bold, notes and rows as signals', async () => {
    const { paragraphs } = await read(whole())
    const signalsOf = (text: string) => paragraphs.find((paragraph) => paragraph.text === text)?.signals
    expect(paragraphs.flatMap(({ signals }) => signals.listMarker ?? [])).toEqual(['[1]', 'I.', '1.', '2.', '-', 'II.'])
    expect(signalsOf('Đề mục bằng kiểu')).toMatchObject({ headingLevel: 1, isBold: true })
    expect(signalsOf('BÁO CÁO SƠ KẾT')).toMatchObject({ alignment: 'center', isBold: true, fontSize: 14 })
    expect(signalsOf('Lâm Bình, ngày 05 tháng 7 năm 2004')).toMatchObject({ isItalic: true })
    expect(signalsOf('Nội dung chú thích.')).toMatchObject({ isNote: true })
    expect(signalsOf('TT\tNội dung\tSố')).toMatchObject({ isTableRow: true })
  })

  it('says what it could not carry over', async () => {
    const { notices } = await read(whole())
    expect(notices.map(({ code, data }) => [code, data?.['text'] ?? data?.['encoding']])).toEqual([
      ['read.legacyFonts', 'TCVN3 (ABC)'],
      ['read.legacyFonts', 'VNI'],
      ['read.deletionsLeftOut', '“cụm bị xoá”'],
      ['read.insertionsTaken', '“chỗ chèn”'],
      ['read.hiddenLeftOut', '“chữ ẩn”'],
      ['read.textBoxesAtEnd', ''],
      ['read.headersLeftOut', '“Đầu trang lưu hành nội bộ”'],
      ['read.commentsLeftOut', '“Lời bàn một”'],
      ['read.notesPlaced', ''],
    ])
  })
})

describe('what is called .doc and is something else', () => {
  it('is read by what it is, and told', async () => {
    const page = await read(new TextEncoder().encode('<html><p>Nội dung</p></html>'))
    expect(page.notices[0]).toMatchObject({ code: 'read.otherKind', data: { kind: 'trang web (HTML)' } })
    const text = await read(new TextEncoder().encode('Báo cáo tháng 7'))
    expect(text.notices[0]).toMatchObject({ code: 'read.otherKind', data: { kind: 'văn bản thường' } })
  })

  it('is refused as RTF with a word on what to do', async () => {
    expect(await errorOf(new TextEncoder().encode('{\\rtf1 x}'))).toEqual({
      code: 'file.otherFormat',
      name: 'bao-cao.doc',
      format: 'RTF',
    })
  })

  it('is read as .doc under the name of a .docx', async () => {
    const sample = await read(whole(), 'bao-cao.docx')
    expect(sample.notices[0]).toMatchObject({ code: 'read.otherKind', data: { kind: 'Word 97–2003 (.doc)' } })
  })
})

describe('a .doc that is broken or means harm', () => {
  it.each([
    ['under a password', 0x0a, 0x0100, 'file.encrypted'],
    ['from Word 95', 2, 0x0065, 'file.otherFormat'],
  ])('is refused by name: %s', async (_what, at, value, code) => {
    const bytes = patched((view) => view.setUint16(streamStart(view, 'WordDocument') + at, value, true))
    expect((await errorOf(bytes))?.code).toBe(code)
  })

  it('is refused when its chain of sectors goes in a circle', async () => {
    const bytes = patched((view) => {
      const table = (view.getUint32(0x4c, true) + 1) * 512
      const start = streamStart(view, 'WordDocument') / 512 - 1
      view.setUint32(table + start * 4, start, true)
    })
    expect(await errorOf(bytes)).toMatchObject({ code: 'file.damaged', detail: 'broken chain of sectors' })
  })

  it('is refused when its directory goes in a circle', async () => {
    const bytes = patched((view) => {
      const root = (view.getUint32(0x30, true) + 1) * 512
      for (let entry = 0; entry < 4; entry += 1) {
        view.setUint32(root + entry * 128 + 0x44, 1, true)
        view.setUint32(root + entry * 128 + 0x48, 1, true)
      }
    })
    expect((await errorOf(bytes))?.code).toBe('file.damaged')
  })

  it('is refused or read, and never hangs, wherever it is cut', async () => {
    const bytes = whole()
    for (let length = 1; length < bytes.length; length += 509) {
      const error = await errorOf(bytes.slice(0, length))
      if (error) expect(['file.damaged', 'file.encrypted', 'file.empty', 'file.otherFormat']).toContain(error.code)
    }
  })

  it('is refused or read, whatever bytes are changed', async () => {
    const bytes = whole()
    const changes = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const broken = whole()
        for (const [at, value] of changed) broken[at] = value
        const error = await errorOf(broken)
        if (error) expect(error.code).toMatch(/^file\./)
      }),
      { numRuns: 300 },
    )
  })
})

it('finds the streams of a .doc in whatever case their names were written', async () => {
  const bytes = patched((view) => {
    for (const name of ['WordDocument', '1Table', '0Table']) {
      for (let at = 512; at + 128 <= view.byteLength; at += 128)
        if (Array.from(name).every((letter, index) => view.getUint16(at + index * 2, true) === letter.charCodeAt(0)))
          for (const [index, letter] of Array.from(name).entries())
            view.setUint16(at + index * 2, letter.toUpperCase().charCodeAt(0), true)
    }
  })
  expect((await read(bytes)).paragraphs).toEqual((await read(whole())).paragraphs)
})
