/**
 * Documents of the segmentation corpus are kept as marked text: one line a paragraph, its label in front, its slots in
 * braces. This file turns one into the plain text a reader gets and the gold segmentation the score tool reads.
 * It knows nothing of the program.
 *
 *   #! genre: news | formal
 *   #! period: 6_thang | 6 tháng đầu năm 2023 | 2023
 *   #! headings: yes | no            formal reports: are sections told by headings
 *   #! source: any word shared by documents of one office or site
 *   lead +thong_tin_hoi_nghi > Sáng {{ngay:22/7}}, {{to_chuc:Hội Nông dân huyện}} …
 *   ket_qua/tuyen_truyen H > 1. Công tác tuyên truyền
 *
 * H heading, L list item, T table row, C table caption; nothing = body. After + come labels an officer would accept as
 * well, split by commas. `\t` and `\u00a0` are written as such. An empty line stays an empty line.
 */
const ROLES = new Map([
  ['H', 'heading'],
  ['L', 'list_item'],
  ['T', 'table_row'],
  ['C', 'table_caption'],
])
const FIELDS =
  'tham_muu_chi_dao hoc_tap_quan_triet hoc_tap_bac tuyen_truyen ly_luan_chinh_tri lich_su_dang khoa_giao van_hoa_van_nghe du_luan_xa_hoi bao_ve_nen_tang thong_tin_doi_ngoai dan_van xay_dung_nganh kiem_tra_giam_sat chuyen_doi_so'.split(
    ' ',
  )
const LABELS = new Set([
  ...'tieu_de ngay_dang byline lead thong_tin_hoi_nghi boi_canh_dac_diem ket_qua han_che nguyen_nhan bai_hoc_kinh_nghiem thao_luan phuong_huong_nhiem_vu phat_bieu_chi_dao khen_thuong kien_nghi_de_xuat ket_luan anh_chu_thich the_thuc phu_luc clutter'.split(
    ' ',
  ),
  ...FIELDS.map((field) => `ket_qua/${field}`),
])
const EXHAUSTIVE = 'ky ky_tiep_theo nhiem_ky ngay so_hieu so_luong ty_le so_tien nguoi'.split(' ')
const PARTIAL = ['to_chuc', 'dia_diem']
const SLOT_TYPES = new Set([...EXHAUSTIVE, ...PARTIAL])
const PERIOD_KINDS = new Set(['thang', 'quy', '6_thang', '9_thang', 'nam', 'nhiem_ky', 'chuyen_de'])

const LINE = /^([a-z_]+(?:\/[a-z_]+)?)(?: ([HLTC]))?(?: \+([a-z_/,]+))? > ?(.*)$/u
const SLOT = /\{\{([a-z_]+):([^{}]*)\}\}/gu
const OUTER_SPACE = /^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/gu

/** Text as the readers get it, and the gold beside it. Throws with the line's number where the marks are wrong. */
export function parseMarked(source, name = '') {
  const head = {}
  const lines = []
  const paragraphs = []
  const slots = []
  for (const [at, raw] of source.normalize('NFC').replace(/\n$/, '').split('\n').entries()) {
    const fail = (why) => {
      throw new Error(`${name}:${at + 1}: ${why}: ${raw.slice(0, 80)}`)
    }
    const setting = /^#! ?([a-z]+): (.*)$/u.exec(raw)
    if (setting) {
      head[setting[1]] = setting[2].trim()
      continue
    }
    if (raw.trim() === '') {
      if (paragraphs.length > 0) lines.push('')
      continue
    }
    const line = LINE.exec(raw)
    if (!line) fail('not "label > text"')
    const [, section, role, also, marked] = line
    const labels = [section, ...(also ? also.split(',') : [])]
    for (const label of labels) if (!LABELS.has(label)) fail(`no label ${label}`)
    const { text, found } = readSlots(unescape(marked), fail)
    const shown = text.replace(OUTER_SPACE, '')
    const shift = text.indexOf(shown)
    if (shown === '') fail('empty text')
    lines.push(text)
    const index = paragraphs.length
    paragraphs.push({
      index,
      text_start: [...shown].slice(0, 40).join(''),
      section,
      role: ROLES.get(role) ?? 'body',
      ...(also ? { also: also.split(',') } : {}),
    })
    for (const slot of found) {
      const [start, end] = [slot.start - shift, slot.end - shift]
      if (shown.slice(start, end) !== slot.text) fail(`slot ${slot.text} is not in the text`)
      slots.push({ type: slot.type, text: slot.text, paragraph: index, start, end })
    }
  }
  return { text: `${lines.join('\n')}\n`, gold: { ...readHead(head, name), paragraphs, slots }, headings: head.headings, source: head.source }
}

const unescape = (text) => text.replaceAll('\\t', '\t').replaceAll('\\u00a0', '\u00a0')

function readSlots(marked, fail) {
  const found = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(SLOT)) {
    const [whole, type, value] = match
    if (!SLOT_TYPES.has(type)) fail(`no slot type ${type}`)
    text += marked.slice(from, match.index)
    found.push({ type, text: value, start: text.length, end: text.length + value.length })
    text += value
    from = match.index + whole.length
  }
  text += marked.slice(from)
  if (/\{\{|\}\}/.test(text)) fail('a brace is left over')
  return { text, found }
}

function readHead(head, name) {
  const [kind, label, year] = (head.period ?? '').split('|').map((part) => part.trim())
  if (!['news', 'formal'].includes(head.genre)) throw new Error(`${name}: no genre`)
  if (!PERIOD_KINDS.has(kind)) throw new Error(`${name}: no period`)
  if (head.genre === 'formal' && !['yes', 'no'].includes(head.headings)) throw new Error(`${name}: headings: yes or no`)
  return {
    genre: head.genre,
    period: { kind, label, year: Number(year) },
    unicode: 'NFC',
    slot_scope: { exhaustive: EXHAUSTIVE, partial: PARTIAL },
  }
}
