import { describe, expect, it } from 'vitest'
import { readSample } from '../../../src/formats/readers'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const marked = `\uFEFF${text}`
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), isLittleEndian)
  return new Uint8Array(view.buffer)
}

async function linesOf(input: Uint8Array, name = 'mau.txt'): Promise<readonly string[]> {
  const read = await readSample(input, name)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.paragraphs.map((paragraph) => paragraph.text)
}

const errorOf = async (input: Uint8Array, name: string) => {
  const read = await readSample(input, name)
  return read.ok ? undefined : read.error
}

describe('reading a text file', () => {
  it('makes a paragraph of every non-empty line and counts them from 0', async () => {
    const read = await readSample(utf8('Dòng một\r\n\r\n  Dòng hai \n'), 'mau.txt')
    expect(read.ok && read.value.paragraphs).toEqual([
      { index: 0, text: 'Dòng một', signals: {} },
      { index: 1, text: 'Dòng hai', signals: {} },
    ])
  })

  it('trims NBSP, zero-width space and byte order marks round a line', async () => {
    expect(await linesOf(utf8('\uFEFF\u00A0\u200BThu Thủy\u00A0\n\u00A0\u200B\n'))).toEqual(['Thu Thủy'])
  })

  it('composes decomposed letters', async () => {
    expect(await linesOf(utf8('Tổng kết công tác tuyên giáo'.normalize('NFD')))).toEqual([
      'Tổng kết công tác tuyên giáo',
    ])
  })

  it.each([true, false])('reads UTF-16 by its byte order mark (little endian: %s)', async (isLittleEndian) => {
    expect(await linesOf(utf16('Báo cáo\nquý III', isLittleEndian))).toEqual(['Báo cáo', 'quý III'])
  })

  it.each([true, false])('reads UTF-16 without its mark by its zeros (little endian: %s)', async (isLittleEndian) => {
    const text = 'Báo cáo sơ kết quý III của Huyện ủy'
    expect(await linesOf(utf16(text, isLittleEndian).slice(2))).toEqual([text])
  })

  it('reads the old Windows page of Vietnamese when the bytes are no UTF-8, and says so', async () => {
    // "các công trình được" in CP1258: letters with combining tone marks as bytes of their own.
    const read = await readSample(
      bytes(
        0x63,
        0xe1,
        0x63,
        0x20,
        0x63,
        0xf4,
        0x6e,
        0x67,
        0x20,
        0x74,
        0x72,
        0x69,
        0xcc,
        0x6e,
        0x68,
        0x20,
        0xf0,
        0xfd,
        0xf5,
        0xf2,
        0x63,
      ),
      'cu.txt',
    )
    expect(read.ok && read.value.paragraphs[0]?.text).toBe('các công trình được')
    expect(read.ok && read.value.notices.map((notice) => notice.code)).toEqual(['text.oldEncoding'])
  })

  it('replaces a few broken bytes and tells how many', async () => {
    const text = utf8('Nội dung báo cáo tổng kết công tác. '.repeat(20))
    const cut = text.slice(0, text.length - 30 - 1)
    const read = await readSample(Uint8Array.from([...cut, 0xe1]), 'cat.txt')
    expect(read.ok && read.value.notices.map((notice) => notice.code)).toEqual(['text.damagedBytes'])
  })

  it('parts lines at every mark that ends one, also where a file mixes them', async () => {
    const mixed = 'Một\rHai\r\nBa\n\rBốn\fNăm\vSáu\u2028Bảy\u2029Tám\u0085Chín\n'
    expect(await linesOf(utf8(mixed))).toEqual(['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín'])
  })

  it.each([
    ['cut in the middle of a letter', (whole: Uint8Array) => whole.slice(0, -1)],
    ['with half a pair', (whole: Uint8Array) => Uint8Array.from([...whole, 0x3d, 0xd8])],
  ])('tells that a UTF-16 file is damaged: %s', async (_what, damage) => {
    const read = await readSample(damage(utf16('Nội dung báo cáo tổng kết công tác. '.repeat(20), true)), 'cat.txt')
    expect(read.ok && read.value.notices).toEqual([
      { code: 'text.damagedBytes', severity: 'warning', data: { count: 1 } },
    ])
  })

  it('refuses an empty or blank file', async () => {
    expect(await errorOf(bytes(), 'a.txt')).toEqual({ code: 'file.empty', name: 'a.txt' })
    expect(await errorOf(utf8(' \n\u00A0\n\uFEFF'), 'a.txt')).toEqual({ code: 'file.empty', name: 'a.txt' })
  })

  it('refuses a binary named .txt', async () => {
    const picture = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52)
    expect(await errorOf(picture, 'anh.txt')).toEqual({ code: 'file.otherFormat', name: 'anh.txt', format: 'ảnh PNG' })
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => 128 + ((i * 37) % 128))
    expect(await errorOf(noise, 'nhieu.txt')).toEqual({ code: 'file.notText', name: 'nhieu.txt' })
  })

  it('refuses an unknown extension and a file above the limit', async () => {
    expect(await errorOf(utf8('x'), 'a.xyz')).toEqual({ code: 'file.unknownKind', name: 'a.xyz' })
    expect(await errorOf(new Uint8Array(20 * 1024 * 1024 + 1), 'a.txt')).toEqual({
      code: 'file.tooLarge',
      name: 'a.txt',
      limitMb: 20,
    })
  })

  it.each([
    ['one endless line', 'Hội nghị sơ kết. '.repeat(300_000)],
    ['lines without end', 'Mục\n'.repeat(100_000)],
  ])('refuses more text than any report has: %s', async (_what, text) => {
    expect(await errorOf(utf8(text), 'a.txt')).toEqual({ code: 'file.tooLarge', name: 'a.txt', limitMb: 4 })
  })
})
