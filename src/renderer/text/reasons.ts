/** Why a paragraph got its label, in words. */
import type { Reason, ReasonCode } from '../../core/learning/reason'

const REASONS: Readonly<Record<ReasonCode, (data: string) => string>> = {
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
export const reasonText = ({ code, data }: Reason): string => REASONS[code](data ?? '')
