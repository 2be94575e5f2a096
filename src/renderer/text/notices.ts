/** Sentences for what readers, learners, the editor and recovery noticed, by code. */
import type { Notice, NoticeCode } from '../../core/notice'
import { SECTION_LABELS, SECTION_ROLES } from '../../core/section-labels'
import { formatClock } from './format'

type Say = (data: (name: string) => string) => string

const NOTICES = {
  'html.hiddenSkipped': (data) => `Bỏ qua ${data('count')} đoạn ẩn trong trang.`,
  'html.tooDeep': (data) => `${data('count')} chỗ lồng quá sâu, chỉ lấy phần chữ.`,
  'text.oldEncoding': (data) => `Bảng mã cũ ${data('encoding')} đã đổi sang Unicode; hãy đọc lại các chữ có dấu.`,
  'text.damagedBytes': (data) => `${data('count')} chỗ trong tệp không đọc được, đã đánh dấu bằng ký tự �.`,
  'read.otherKind': (data) => `Tên tệp không đúng loại: bên trong là ${data('kind')}, đã đọc theo nội dung.`,
  'read.legacyFonts': (data) =>
    `Chữ phông cũ ${data('encoding')} đã đổi sang Unicode theo tên phông; hãy đọc lại các chữ có dấu.`,
  'read.legacyText': (data) =>
    `Chữ bảng mã cũ ${data('encoding')} đã đổi sang Unicode theo nghĩa, vì tệp không ghi tên phông: “${data('before')}” → “${data('after')}”. Nếu đổi sai, hãy chọn “Giữ nguyên chữ gốc”.`,
  'read.legacySuspected': (data) =>
    `Có thể là chữ bảng mã cũ ${data('encoding')}, chưa đổi vì chưa chắc: “${data('before')}” sẽ thành “${data('after')}”. Nếu đúng, hãy chọn đổi sang Unicode.`,
  'read.lettersMended': (data) =>
    `${data('count')} chữ có ký tự nhìn giống nhưng khác mã đã sửa, ví dụ “${data('before')}” → “${data('after')}”.`,
  'read.formsLeftOut': (data) => `${data('count')} ô nhập, nút bấm của trang không được lấy.`,
  'read.linesJoined': () =>
    'PDF không ghi chỗ hết đoạn: các dòng đã ghép lại theo vị trí trên trang; hãy xem lại chỗ ngắt đoạn.',
  'read.pageFurniture': (data) =>
    `${data('count')} dòng lặp ở đầu trang, chân trang và số trang không được lấy: ${data('text')}.`,
  'read.pagesWithoutText': (data) =>
    `${data('count')} trang chỉ có hình, không có chữ (trang ${data('pages')}); chữ trong hình chưa đọc được.`,
  'read.insertionsTaken': (data) => `${data('count')} chỗ chèn thêm chưa duyệt được lấy như đã duyệt.`,
  'read.deletionsLeftOut': (data) => `${data('count')} chỗ đã đánh dấu xoá không được lấy: ${data('text')}.`,
  'read.commentsLeftOut': (data) => `${data('count')} lời bàn bên lề không được lấy: ${data('text')}.`,
  'read.headersLeftOut': (data) => `Chữ ở đầu trang, chân trang không được lấy: ${data('text')}.`,
  'read.notesPlaced': (data) => `${data('count')} chú thích cuối trang được đặt ngay sau đoạn của nó.`,
  'read.textBoxesPlaced': (data) => `Chữ của ${data('count')} khung chữ được đặt sau đoạn có khung.`,
  'read.textBoxesAtEnd': (data) => `Chữ của ${data('count')} khung chữ được đặt ở cuối tài liệu.`,
  'read.picturesLeftOut': (data) => `${data('count')} hình ảnh không được lấy${details(data('text'))}.`,
  'read.objectsLeftOut': (data) => `${data('count')} đối tượng nhúng không được lấy${details(data('text'))}.`,
  'read.equationsAsText': (data) => `${data('count')} công thức chỉ giữ phần chữ và số.`,
  'read.fieldsAsText': (data) => `${data('count')} trường tự động chỉ giữ chữ đang hiện (${data('text')}).`,
  'read.unsafeFields': (data) =>
    `${data('count')} trường gọi dữ liệu hay chương trình ngoài tệp không được chạy (${data('text')}); chữ đang hiện vẫn giữ.`,
  'read.hiddenLeftOut': (data) => `${data('count')} chỗ chữ ẩn không được lấy: ${data('text')}.`,
  'read.insertedFilesLeftOut': (data) =>
    `${data('count')} tệp lồng trong văn bản không được lấy; cần nội dung nào, hãy mở bằng Word rồi chép lại.`,
  'read.outsideLinksDropped': (data) => `${data('count')} liên kết ra ngoài tệp đã bỏ, không mở (${data('text')}).`,
  'read.macrosLeftOut': () => 'Tệp có macro; macro không được đọc, không được chạy.',
  'read.symbolsUnknown': (data) => `${data('count')} ký hiệu của phông riêng không đổi được, đã đánh dấu bằng □.`,
  'read.mergedCells': (data) => `${data('count')} ô gộp trong bảng: chữ đứng ở ô đầu, các ô còn lại để trống.`,
  'read.nestedTables': (data) => `${data('count')} bảng lồng trong bảng đã chuyển thành dòng chữ.`,
  'read.directionMarks': (data) => `${data('count')} ký tự đổi chiều chữ đã bỏ; hãy đọc lại thứ tự các chữ.`,
  'read.partsMissing': (data) =>
    `${data('count')} phần mà tệp nhắc đến không có trong tệp (${data('text')}); phần còn lại vẫn đọc được.`,
  'segment.clutterHidden': (data) => `${data('count')} đoạn coi là rác, để mờ.`,
  'segment.noHeadline': () => 'Không thấy tên bài.',
  'segment.noPeriod': () => 'Không thấy kỳ báo cáo.',
  'segment.unknownHeading': (data) => `Đề mục riêng của tài liệu: “${data('name')}”.`,
  'learn.oneSample': () => 'Mới có một tài liệu: mẫu có khung mục và trường, chưa rút được câu quen dùng.',
  'learn.twoSamples': () => 'Mới có hai tài liệu: câu giống nhau chỉ là gợi ý, chưa chắc là câu quen dùng.',
  'learn.sameText': (data) => `“${data('name')}” trùng với một tài liệu khác nên chỉ tính một lần.`,
  'learn.sameEvent': (data) => `“${data('name')}” kể về cùng một hội nghị với “${data('other')}” nên chỉ tính một lần.`,
  'learn.otherKind': (data) => `“${data('name')}” thuộc loại khác với mẫu nên không được tính.`,
  'learn.usuallyPresent': (data) => `Thường có nhưng không thấy trong các tài liệu: ${sectionName(data('section'))}.`,
  'learn.editLost': (data) =>
    `Mục “${data('name')}” không còn như trước nên một sửa đổi của anh/chị chưa áp dụng được; sửa đổi vẫn được giữ.`,
  'import.clutterLeftOut': (data) =>
    `${data('count')} đoạn coi là rác không đưa vào báo cáo: ${data('text')}. Cần đoạn nào, hãy chép lại.`,
  'import.layoutLineLeftOut': (data) =>
    `Dòng thể thức này không có trường tương ứng nên không đưa vào: “${data('text')}”.`,
  'import.periodGuessed': () => 'Không thấy kỳ báo cáo; tạm lấy năm nay, hãy bấm “Kỳ” ở cuối màn hình để sửa.',
  'recovery.unfinishedSave': (data) =>
    `Lần trước chương trình dừng giữa lúc ghi. Đã mở bản ghi đủ gần nhất, lúc ${formatClock(data('savedAt'))}.`,
  'recovery.damaged': (data) =>
    `Một phần dữ liệu bị hỏng. Đã mở bản tốt gần nhất, lúc ${formatClock(data('savedAt'))}; ${data('count')} tệp hỏng được để riêng và vẫn giữ nguyên.`,
  'report.newerVersion': () => 'Báo cáo do phiên bản mới hơn tạo ra: chỉ đọc, phần chưa hiểu vẫn được giữ trong tệp.',
  'store.readOnly': () => 'Không ghi được vào thư mục dữ liệu (đầy hoặc chỉ đọc): báo cáo mở ra chỉ để đọc.',
  'settings.newerVersion': () => 'Thiết lập do phiên bản mới hơn ghi; đang dùng phần hiểu được.',
  'settings.previousCopy': () => 'Tệp thiết lập bị hỏng; đã dùng bản trước đó.',
  'settings.defaults': () => 'Tệp thiết lập bị hỏng và không có bản trước; đang dùng thiết lập ban đầu.',
  'paste.picturesDropped': (data) => `Đã dán chữ; bỏ lại ${data('count')} hình ảnh.`,
  'paste.linksFlattened': (data) => `${data('count')} liên kết chỉ giữ phần chữ.`,
  'paste.formsDropped': (data) => `Bỏ lại ${data('count')} ô nhập của biểu mẫu.`,
  'paste.embedsDropped': (data) => `Bỏ lại ${data('count')} nội dung nhúng (video, tệp, khung trang).`,
  'paste.nestedTablesFlattened': (data) => `${data('count')} bảng lồng trong bảng đã chuyển thành dòng chữ.`,
  'paste.tooLong': () => 'Nội dung dán rất dài nên chỉ lấy phần chữ.',
} satisfies Record<NoticeCode, Say>

/** What a count speaks of, where the document says so. */
const details = (text: string): string => (text === '' ? '' : `: ${text}`)

const sectionName = (role: string): string => {
  const known = SECTION_ROLES.find((name) => name === role)
  return known ? SECTION_LABELS[known].name : role
}

/** The Vietnamese sentence of a notice. */
export function noticeText(notice: Notice): string {
  const say: Say = NOTICES[notice.code]
  return say((name) => String(notice.data?.[name] ?? ''))
}

/** A document has many headings of its own: they are one thing to know, said last. */
export function ownHeadingsTogether(notices: readonly Notice[]): readonly Notice[] {
  const own = notices.filter(({ code }) => code === 'segment.unknownHeading')
  const [first] = own
  if (!first) return notices
  const names = new Set(own.map(({ data }) => String(data?.['name'] ?? '')))
  return [...notices.filter((notice) => !own.includes(notice)), { ...first, data: { name: [...names].join('”, “') } }]
}
