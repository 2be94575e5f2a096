/** Every Vietnamese sentence of the command line: what happened, what was kept, what to do. */
import type { AppError, AppErrorCode } from '../core/app-error'
import type { Finding } from '../core/finding'
import type { Notice, NoticeCode } from '../core/notice'

type Sentences = { readonly [C in AppErrorCode]: (error: Extract<AppError, { code: C }>) => string }

const SENTENCES = {
  cancelled: () => 'Đã thôi giữa chừng. Không tệp nào thay đổi. Chạy lại lệnh khi cần.',
  internal: ({ incident }) =>
    `Chương trình gặp lỗi ngoài dự tính (mã sự cố ${incident}). Tệp nguồn không bị đụng đến. Hãy gửi nhật ký sự cố cho người hỗ trợ.`,
  'call.unknown': ({ channel }) => `Không có lệnh gọi “${channel}”. Không có gì thay đổi. Hãy cài lại chương trình.`,
  'call.badInput': ({ channel, detail }) =>
    `Lệnh gọi “${channel}” nhận dữ liệu sai dạng (${detail}). Không có gì thay đổi. Hãy kiểm tra lại đầu vào.`,
  'capability.absent': ({ capability }) =>
    `Dòng lệnh không có chức năng “${capability}”. Không có gì thay đổi. Hãy làm việc này trong cửa sổ chương trình.`,
  'file.notFound': ({ name }) => `Không thấy tệp “${name}”. Không ghi gì. Hãy kiểm tra lại đường dẫn.`,
  'file.empty': ({ name }) => `Tệp “${name}” không có nội dung. Không ghi gì. Hãy chọn tệp khác.`,
  'file.notText': ({ name }) =>
    `Tệp “${name}” không phải văn bản. Tệp vẫn nguyên, không ghi gì. Hãy lưu lại thành .docx từ chương trình đã tạo ra nó.`,
  'file.unknownKind': ({ name }) =>
    `Lệnh này chưa đọc được loại tệp của “${name}”. Tệp vẫn nguyên, không ghi gì. Hãy dùng tệp .docx, .doc, .pdf, .html, .txt hoặc .tongket.`,
  'file.notReadable': ({ name }) =>
    `Không đọc được “${name}”. Tệp vẫn nguyên, không ghi gì. Hãy xem đó có phải một tệp và có quyền đọc không.`,
  'file.notWritable': ({ name }) =>
    `Không ghi được “${name}”. Bản cũ (nếu có) vẫn nguyên. Hãy chọn thư mục khác hoặc xin quyền ghi.`,
  'file.exists': ({ name }) => `Đã có tệp “${name}”. Tệp đó vẫn nguyên. Hãy đặt tên khác.`,
  'file.locked': ({ name }) =>
    `Tệp “${name}” đang bị chương trình khác giữ. Bản cũ vẫn nguyên. Hãy đóng chương trình kia rồi chạy lại.`,
  'file.tooLarge': ({ name, limitMb }) =>
    `Tệp “${name}” lớn quá ${limitMb} MB. Tệp vẫn nguyên, không ghi gì. Hãy tách nhỏ tệp.`,
  'file.tooHeavy': ({ name }) =>
    `Đọc “${name}” quá lâu hoặc quá tốn bộ nhớ nên đã dừng. Tệp vẫn nguyên, không ghi gì. Hãy lưu tệp lại cho gọn hơn (bớt ảnh, bảng).`,
  'file.noText': ({ name }) =>
    `“${name}” chỉ có ảnh chụp trang, không có chữ. Tệp vẫn nguyên, không ghi gì. Hãy dùng tệp Word gốc hoặc nhận dạng chữ (OCR) trước.`,
  'file.otherFormat': ({ name, format }) =>
    `“${name}” thật ra là ${format}, chưa đọc được. Tệp vẫn nguyên, không ghi gì. Hãy lưu lại thành .docx rồi chạy lại.`,
  'file.tooManyPages': ({ name, limitPages }) =>
    `“${name}” có hơn ${limitPages} trang. Tệp vẫn nguyên, không ghi gì. Hãy tách tệp rồi chạy lại.`,
  'file.encrypted': ({ name }) =>
    `Tệp “${name}” có mật khẩu. Tệp vẫn nguyên, không ghi gì. Hãy bỏ mật khẩu, lưu lại rồi chạy lại.`,
  'file.damaged': ({ name, detail }) =>
    `Tệp “${name}” bị hỏng hoặc thiếu phần (${detail}). Tệp vẫn nguyên, không ghi gì. Hãy mở bằng Word hoặc LibreOffice rồi lưu thành tệp mới.`,
  'file.unsafe': ({ name, detail }) =>
    `Tệp “${name}” có cấu tạo bất thường (${detail}) nên không mở. Tệp vẫn nguyên, không phần nào được chạy. Hãy mở bằng Word rồi lưu thành tệp mới.`,
  'file.diskFull': ({ name }) =>
    `Ổ đĩa đầy, chưa ghi được “${name}”. Bản cũ (nếu có) vẫn nguyên. Hãy dọn bớt rồi chạy lại.`,
  'file.gone': ({ name }) => `Tệp “${name}” không còn được giữ. Không có gì thay đổi. Hãy chọn lại tệp.`,
  'report.damaged': ({ name, detail }) =>
    `Báo cáo “${name}” bị hỏng (${detail}). Tệp được giữ nguyên để còn cứu. Hãy dùng bản đã gửi hoặc bản sao khác.`,
  'report.tooNew': ({ name, fileVersion }) =>
    `Báo cáo “${name}” thuộc phiên bản ${fileVersion}, mới hơn chương trình này. Tệp vẫn nguyên. Hãy cập nhật chương trình.`,
  'report.notFound': ({ id }) => `Không có báo cáo mang mã “${id}”. Không có gì thay đổi. Hãy xem lại mã.`,
  'report.changedElsewhere': ({ id }) =>
    `Báo cáo “${id}” vừa được ghi ở nơi khác. Bản mới trên đĩa vẫn nguyên. Hãy mở lại rồi sửa tiếp.`,
  'report.readOnly': ({ id }) =>
    `Báo cáo “${id}” chỉ đọc được. Bản trên đĩa vẫn nguyên. Hãy kiểm tra quyền ghi của thư mục dữ liệu.`,
  'report.hasErrors': ({ count }) =>
    `Báo cáo còn ${count} lỗi phải sửa. Chưa xuất gì. Hãy chạy lệnh check để xem từng lỗi, hoặc thêm --draft để xuất bản nháp.`,
  'report.layoutNotForKind': ({ layout, kind }) =>
    `Thể thức “${layout}” không dùng cho loại “${kind}”. Không ghi gì. Báo cáo dùng party hoặc state, tin hội nghị dùng portal.`,
  'template.damaged': ({ name, detail }) =>
    `Mẫu “${name}” không đọc được (${detail}). Tệp vẫn nguyên. Hãy dùng mẫu khác hoặc chạy learn lại.`,
  'template.tooNew': ({ name, fileVersion }) =>
    `Mẫu “${name}” thuộc phiên bản ${fileVersion}, mới hơn chương trình này. Tệp vẫn nguyên. Hãy cập nhật chương trình.`,
  'template.notFound': ({ id }) => `Không có mẫu “${id}”. Không ghi gì. Hãy xem danh sách bằng lệnh templates.`,
  'settings.invalid': ({ detail }) => `Thiết lập sai ở “${detail}”. Thiết lập cũ vẫn dùng. Hãy sửa lại giá trị.`,
  'sample.notHeld': ({ name }) => `Nội dung của “${name}” không còn trong bộ nhớ. Hãy chạy lại lệnh.`,
  'corrections.damaged': ({ name }) =>
    `“${name}” không phải tệp chỉnh sửa nhãn, hoặc đã hỏng. Không dùng chỉnh sửa nào. Hãy xin lại tệp.`,
  'learn.noSamples': () => 'Không có tài liệu nào để học. Không ghi gì. Hãy nêu ít nhất một tệp.',
  'learn.cannotExtend': ({ name }) =>
    `Mẫu “${name}” không giữ kết quả đọc các tài liệu cũ nên không thêm được. Không ghi gì. Hãy dùng lệnh learn với cả tài liệu cũ và mới.`,
  'slot.unknown': ({ name }) =>
    `Mẫu không có trường “${name}”, hoặc giá trị không đúng dạng. Không ghi gì. Hãy xem tên các trường trong tệp mẫu hoặc ở --help.`,
  'period.unknown': ({ text }) =>
    text === ''
      ? 'Mẫu này cần biết kỳ báo cáo. Không ghi gì. Hãy thêm --period, ví dụ --period "05 năm (2026)".'
      : `Không hiểu kỳ “${text}”. Không ghi gì. Hãy viết như "quý III/2026", "6 tháng đầu năm 2026" hay "05 năm (2026)".`,
  'pdf.noEngine': () => 'Chương trình chưa xuất được PDF. Không ghi gì. Hãy xuất docx hoặc html rồi in ra PDF từ đó.',
} satisfies Sentences

/** What happened, what was kept, what to do. */
export function errorSentence(error: AppError): string {
  // Each sentence takes the error of its own code; TypeScript cannot follow that through the union.
  const say = SENTENCES[error.code] as (error: AppError) => string
  return say(error)
}

const NOTICES = {
  'text.oldEncoding': 'Văn bản dùng bảng mã cũ, đã chuyển sang Unicode; hãy đọc lại các chữ có dấu.',
  'text.damagedBytes': 'Có chỗ không giải mã được, đã thay bằng dấu �.',
  'html.tooDeep': 'Trang lồng quá sâu, phần trong cùng chỉ giữ chữ.',
  'html.hiddenSkipped': 'Phần bị ẩn trên trang không được đọc.',
  'read.otherKind': 'Tên tệp không đúng loại, đã đọc theo nội dung.',
  'read.legacyFonts': 'Chữ phông cũ đã đổi sang Unicode theo tên phông; hãy đọc lại các chữ có dấu.',
  'read.legacyText': 'Chữ bảng mã cũ đã đổi sang Unicode theo nghĩa; hãy đọc lại các chữ có dấu.',
  'read.legacySuspected': 'Có thể là chữ bảng mã cũ, chưa đổi vì chưa chắc.',
  'read.lettersMended': 'Ký tự nhìn giống nhưng khác mã đã sửa.',
  'read.formsLeftOut': 'Ô nhập, nút bấm của trang không được lấy.',
  'read.linesJoined': 'PDF không ghi chỗ hết đoạn: các dòng đã ghép lại theo vị trí trên trang.',
  'read.pageFurniture': 'Dòng lặp ở đầu trang, chân trang và số trang không được lấy.',
  'read.pagesWithoutText': 'Có trang chỉ có hình; chữ trong hình chưa đọc được.',
  'read.insertionsTaken': 'Chỗ chèn thêm chưa duyệt được lấy như đã duyệt.',
  'read.deletionsLeftOut': 'Chỗ đã đánh dấu xoá không được lấy.',
  'read.commentsLeftOut': 'Lời bàn bên lề không được lấy.',
  'read.headersLeftOut': 'Chữ ở đầu trang, chân trang không được lấy.',
  'read.notesPlaced': 'Chú thích cuối trang được đặt ngay sau đoạn của nó.',
  'read.textBoxesPlaced': 'Chữ trong khung chữ được đặt sau đoạn có khung.',
  'read.textBoxesAtEnd': 'Chữ trong khung chữ được đặt ở cuối tài liệu.',
  'read.picturesLeftOut': 'Hình ảnh không được lấy.',
  'read.objectsLeftOut': 'Đối tượng nhúng (biểu đồ, tệp, ô điều khiển) không được lấy.',
  'read.equationsAsText': 'Công thức chỉ giữ phần chữ và số.',
  'read.fieldsAsText': 'Trường tự động chỉ giữ chữ đang hiện.',
  'read.unsafeFields': 'Trường gọi dữ liệu hay chương trình ngoài tệp không được chạy; chữ đang hiện vẫn giữ.',
  'read.hiddenLeftOut': 'Chữ ẩn không được lấy.',
  'read.insertedFilesLeftOut': 'Tệp lồng trong văn bản không được lấy.',
  'read.outsideLinksDropped': 'Liên kết ra ngoài tệp đã bỏ, không mở.',
  'read.macrosLeftOut': 'Tệp có macro; macro không được đọc, không được chạy.',
  'read.symbolsUnknown': 'Ký hiệu của phông riêng không đổi được, đã đánh dấu bằng □.',
  'read.mergedCells': 'Ô gộp trong bảng: chữ đứng ở ô đầu, các ô còn lại để trống.',
  'read.nestedTables': 'Bảng lồng trong bảng đã chuyển thành dòng chữ.',
  'read.directionMarks': 'Ký tự đổi chiều chữ đã bỏ; hãy đọc lại thứ tự các chữ.',
  'read.partsMissing': 'Tệp nhắc đến phần không có trong tệp; phần còn lại vẫn đọc được.',
  'segment.unknownHeading': 'Có đề mục ngoài bộ nhãn, giữ nguyên tên riêng của nó.',
  'segment.noPeriod': 'Không tìm thấy kỳ báo cáo trong văn bản.',
  'segment.noHeadline': 'Không tìm thấy tiêu đề của văn bản.',
  'learn.editLost': 'Một sửa đổi bằng tay của mẫu không còn mục để áp dụng; sửa đổi vẫn được giữ.',
  'learn.oneSample': 'Chỉ có một tài liệu: mẫu mới có khung mục và trường, chưa có câu mở đầu quen dùng.',
  'learn.otherKind': 'Tài liệu thuộc loại khác với mẫu nên không được tính.',
  'learn.sameEvent': 'Tài liệu kể về cùng một hội nghị với tài liệu khác nên chỉ tính một lần.',
  'learn.sameText': 'Tài liệu trùng với một tài liệu khác nên chỉ tính một lần.',
  'learn.twoSamples': 'Chỉ có hai tài liệu: câu giống nhau mới là gợi ý.',
  'learn.usuallyPresent': 'Mục này thường có trong loại báo cáo này nhưng không thấy trong các tài liệu.',
  'import.clutterLeftOut': 'Các dòng không thuộc bài không được đưa vào báo cáo.',
  'import.layoutLineLeftOut': 'Dòng này của thể thức không có trường tương ứng nên không được đưa vào báo cáo.',
  'import.periodGuessed': 'Không thấy kỳ báo cáo; tạm lấy năm nay, hãy sửa lại.',
  'segment.clutterHidden': 'Các dòng không thuộc bài (thanh điều hướng, lượt xem…) đã được gạt ra.',
  'recovery.unfinishedSave': 'Lần trước chương trình dừng giữa lúc ghi; đã mở bản ghi đủ gần nhất.',
  'recovery.damaged': 'Một phần dữ liệu bị hỏng; đã mở bản tốt gần nhất, tệp hỏng được để riêng và giữ nguyên.',
  'report.newerVersion': 'Báo cáo do phiên bản mới hơn tạo ra, chỉ đọc được.',
  'store.readOnly': 'Không ghi được vào thư mục dữ liệu, chỉ đọc được.',
  'settings.newerVersion': 'Thiết lập do phiên bản mới hơn ghi; đang dùng phần hiểu được.',
  'settings.previousCopy': 'Tệp thiết lập bị hỏng; đã dùng bản trước đó.',
  'settings.defaults': 'Tệp thiết lập bị hỏng và không có bản trước; đang dùng thiết lập ban đầu.',
  'paste.picturesDropped': 'Hình ảnh bị bỏ lại khi dán.',
  'paste.linksFlattened': 'Liên kết chỉ giữ phần chữ.',
  'paste.formsDropped': 'Ô nhập của biểu mẫu bị bỏ lại.',
  'paste.embedsDropped': 'Nội dung nhúng bị bỏ lại.',
  'paste.nestedTablesFlattened': 'Bảng lồng trong bảng đã chuyển thành dòng chữ.',
  'paste.tooLong': 'Nội dung dán rất dài nên chỉ lấy phần chữ.',
} satisfies Record<NoticeCode, string>

/** What was noticed on the way, with its data where it has any. */
export function noticeSentence({ code, at, data }: Notice): string {
  const facts = Object.entries(data ?? {}).map(([name, value]) => `${name}: ${value}`)
  const tail = [...(at === undefined ? [] : [at]), ...facts].join(', ')
  return `${NOTICES[code]}${tail === '' ? '' : ` (${tail})`}`
}

const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { error: 'LỖI', warning: 'CẢNH BÁO', hint: 'GỢI Ý' }

/** One line of `check` without --json. */
export function findingLine({ severity, code, at, text, expected, clause }: Finding): string {
  const rest = [expected && `cần: ${expected}`, clause].filter((part) => part !== undefined && part !== '')
  return [`${SEVERITIES[severity]} ${code} [${at}]`, text, ...rest].filter((part) => part !== '').join(' · ')
}

export const TEXT = {
  title: 'Tổng Kết: soạn báo cáo sơ kết, tổng kết từ mẫu học được. Cách dùng:',
  documentFields: (names: readonly string[]) =>
    `Ngoài trường của mẫu, --set nhận các trường thể thức: ${names.join(', ')}. Dòng của tên cơ quan cách nhau bằng " / ", các nơi nhận bằng ";", ngày viết 05/7/2026, thẩm quyền viết như "K/T TRƯỞNG BAN".`,
  exits: 'Kết thúc với 0 khi xong, 1 khi có lỗi nêu trên, 2 khi lệnh viết sai. Thêm --json để lấy kết quả dạng JSON.',
  unknownCommand: (name: string) => `Không có lệnh “${name}”. Gõ --help để xem các lệnh.`,
  noCommand: 'Chưa nêu lệnh. Gõ --help để xem các lệnh.',
  badOption: (detail: string) => `Lệnh viết sai: ${detail}.`,
  optionUnknown: 'có tuỳ chọn lạ hoặc thiếu giá trị',
  missing: (what: string) => `thiếu ${what}`,
  oneFileOnly: 'chỉ nhận một tệp',
  badChoice: (option: string, choices: readonly string[]) => `${option} phải là một trong: ${choices.join(', ')}`,
  badSet: (text: string) => `--set cần dạng ten=gia-tri, không phải “${text}”`,
  tooLong: (name: string) => `giá trị của “${name}” quá dài`,
  learned: (name: string, sections: number, samples: number) =>
    `Đã học mẫu “${name}”: ${sections} mục từ ${samples} tài liệu.`,
  written: (name: string) => `Đã ghi ${name}`,
  noFindings: 'Không thấy lỗi nào.',
  paragraphs: (count: number) => `${count} đoạn`,
  slots: (count: number) => `${count} trường`,
  sections: (count: number) => `${count} mục`,
} as const
