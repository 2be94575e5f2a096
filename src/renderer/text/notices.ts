/** Sentences for what readers, learners and recovery noticed, by code. A code without one is shown as it is. */
import type { Notice } from '../../core/notice'
import { pasteNoticeText } from './editor'
import { formatClock } from './format'

type Say = (data: (name: string) => string) => string

const NOTICES: Readonly<Record<string, Say>> = {
  'html.hiddenSkipped': (data) => `Bỏ qua ${data('count')} đoạn ẩn trong trang.`,
  'html.tooDeep': (data) => `${data('count')} chỗ lồng quá sâu, chỉ lấy phần chữ.`,
  'text.oldEncoding': (data) => `Bảng mã cũ ${data('encoding')} đã đổi sang Unicode; hãy đọc lại các chữ có dấu.`,
  'text.damagedBytes': (data) => `${data('count')} chỗ trong tệp không đọc được, đã đánh dấu bằng ký tự �.`,
  'segment.clutterHidden': (data) => `${data('count')} đoạn coi là rác, để mờ.`,
  'segment.noHeadline': () => 'Không thấy tên bài.',
  'segment.noPeriod': () => 'Không thấy kỳ báo cáo.',
  'segment.unknownHeading': (data) => `Đề mục lạ: “${data('name')}”.`,
  'recovery.unfinishedSave': (data) =>
    `Lần trước chương trình dừng giữa lúc ghi. Đã mở bản ghi đủ gần nhất, lúc ${formatClock(data('savedAt'))}.`,
  'recovery.damaged': (data) =>
    `Một phần dữ liệu bị hỏng (${data('files')}). Đã mở bản tốt gần nhất, lúc ${formatClock(data('savedAt'))}; tệp hỏng vẫn được giữ.`,
  'report.newerVersion': () => 'Báo cáo do phiên bản mới hơn tạo ra: chỉ đọc, phần chưa hiểu vẫn được giữ trong tệp.',
  'store.readOnly': () => 'Một chương trình Tổng Kết khác đang dùng thư mục dữ liệu này: mọi báo cáo mở ra chỉ để đọc.',
  'settings.newerVersion': () => 'Thiết lập do phiên bản mới hơn ghi; đang dùng phần hiểu được.',
  'settings.previousCopy': () => 'Tệp thiết lập bị hỏng; đã dùng bản trước đó.',
  'settings.defaults': () => 'Tệp thiết lập bị hỏng và không có bản trước; đang dùng thiết lập ban đầu.',
}

/** The Vietnamese sentence of a notice. */
export function noticeText(notice: Notice): string {
  const say = Object.hasOwn(NOTICES, notice.code) ? NOTICES[notice.code] : undefined
  if (say) return say((name) => String(notice.data?.[name] ?? ''))
  return pasteNoticeText(notice) ?? `Có điều cần xem lại (mã ${notice.code}).`
}
