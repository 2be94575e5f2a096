/** Why a paragraph got its label, in words; a reason without a sentence is shown by its code. */
type Reason = { readonly code: string; readonly data?: string | undefined }

const REASONS: Readonly<Record<string, (data: string) => string>> = {
  officer: () => 'anh/chị đã chọn nhãn này',
  'heading.own': (title) => `là đề mục “${title}”`,
  'heading.unknown': (title) => `là đề mục riêng “${title}”`,
  'heading.above': (title) => `nằm dưới đề mục “${title}”`,
  'cue.opening': (cue) => `mở đầu bằng “${cue}”`,
  'cue.inside': (cue) => `có cụm từ “${cue}”`,
  'who.person': () => 'kể lời một người có chức danh',
  'who.delegates': () => 'kể ý kiến của đại biểu',
  'who.organization': () => 'do tổ chức thực hiện',
  'period.past': () => 'nói về kỳ báo cáo',
  'period.next': () => 'nói về thời gian tới',
  'words.lack': () => 'nhiều từ chỉ mặt chưa được',
  'words.done': () => 'kể việc đã làm và số liệu',
  'place.continues': () => 'nối tiếp đoạn trên',
  'place.note': () => 'là chú thích của đoạn trên',
  'place.order': () => 'theo thứ tự thường gặp của các mục',
  'place.appendix': () => 'nằm trong phần phụ lục',
  'place.head': () => 'nằm ở đầu văn bản',
  'place.headline': () => 'nằm ở vị trí tên tin',
  'place.lead': () => 'là đoạn mở đầu bài',
  'place.summary': () => 'là đoạn tóm tắt dưới tên tin',
  'place.tail': () => 'nằm ở cuối văn bản',
  'place.title': () => 'nằm ở vị trí tên văn bản',
  'shape.byline': () => 'viết như dòng tên tác giả',
  'shape.caption': () => 'viết như lời chú thích ảnh',
  'shape.date': () => 'viết như dòng ngày giờ',
  'shape.rule': () => 'là dòng kẻ ngăn cách',
  'clutter.afterArticle': () => 'nằm sau phần cuối bài',
  'clutter.beforeArticle': () => 'nằm trước phần đầu bài',
  'clutter.duplicate': () => 'lặp lại một dòng đã có',
  'clutter.fragment': () => 'quá ngắn, không thành câu',
  'clutter.outsideContent': () => 'nằm ngoài phần nội dung của trang',
  'clutter.pageClock': () => 'là đồng hồ của trang',
  'clutter.pageNumber': () => 'là số trang',
  'clutter.stock': () => 'là chữ có sẵn của trang tin',
}

/** One reason as a clause that joins others. */
export function reasonText(reason: Reason): string {
  const say = Object.hasOwn(REASONS, reason.code) ? REASONS[reason.code] : undefined
  if (say) return say(reason.data ?? '')
  return reason.data === undefined ? reason.code : `${reason.code}: ${reason.data}`
}
