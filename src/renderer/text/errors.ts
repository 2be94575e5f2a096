/** A sentence for every expected failure: what happened, what was kept, what to do. */
import type { AppErrorCode } from '../../core/app-error'
import type { WindowError } from '../bridge'

type Sentences = { readonly [C in WindowError['code']]: (error: Extract<WindowError, { code: C }>) => string }

const SENTENCES = {
  cancelled: () => 'Đã thôi. Không có gì thay đổi.',
  internal: ({ incident }) =>
    `Chương trình gặp lỗi ngoài dự tính${incident === '' ? '' : ` (mã sự cố ${incident})`}. Phần đã lưu vẫn còn nguyên. Hãy thử lại; nếu còn lỗi, mở Thiết lập, chép nhật ký sự cố và gửi cho người hỗ trợ.`,
  'call.unknown': ({ channel }) =>
    `Cửa sổ và chương trình không cùng phiên bản (lệnh “${channel}”). Dữ liệu vẫn còn nguyên. Hãy đóng rồi mở lại chương trình.`,
  'call.badInput': ({ channel }) =>
    `Nội dung gửi đi không đúng dạng (lệnh “${channel}”). Phần đã lưu vẫn còn nguyên. Hãy mở lại báo cáo rồi làm lại bước vừa rồi.`,
  'capability.absent': () =>
    'Máy này không hỗ trợ việc đó. Không có gì thay đổi. Hãy dùng cách khác trong cùng trình đơn.',
  'file.notFound': ({ name }) => `Không thấy tệp “${name}”. Không có gì thay đổi. Hãy kiểm tra lại tên và nơi cất tệp.`,
  'file.empty': ({ name }) => `Tệp “${name}” không có chữ nào. Không có gì thay đổi. Hãy chọn tệp khác.`,
  'file.notText': ({ name }) =>
    `Tệp “${name}” không phải văn bản đọc được. Tệp gốc vẫn nguyên. Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại thành .docx.`,
  'file.unknownKind': ({ name }) =>
    `Chưa đọc được loại tệp của “${name}”. Tệp gốc vẫn nguyên. Hãy chọn tệp Word (.docx, .doc), PDF, .html, .txt hoặc .tongket; tệp loại khác thì mở bằng Word rồi lưu thành .docx trước.`,
  'file.notReadable': ({ name }) =>
    `Không đọc được tệp “${name}”. Tệp gốc vẫn nguyên. Hãy kiểm tra quyền đọc, ổ USB hoặc ổ mạng rồi thử lại.`,
  'file.notWritable': ({ name }) =>
    `Không ghi được “${name}”. Nội dung vẫn còn trong chương trình. Hãy chọn nơi khác hoặc kiểm tra quyền ghi.`,
  'file.exists': ({ name }) => `Đã có tệp tên “${name}”. Tệp cũ vẫn nguyên. Hãy đặt tên khác.`,
  'file.locked': ({ name }) =>
    `Tệp “${name}” đang được chương trình khác giữ. Nội dung vẫn còn trong chương trình. Hãy đóng chương trình kia rồi thử lại.`,
  'file.tooLarge': ({ name, limitMb }) =>
    `Tệp “${name}” lớn hơn ${limitMb} MB. Không có gì thay đổi. Hãy tách tệp hoặc bớt ảnh rồi thử lại.`,
  'file.tooHeavy': ({ name }) =>
    `Đọc tệp “${name}” quá lâu hoặc quá tốn bộ nhớ nên chương trình đã dừng. Tệp vẫn nguyên, các tài liệu khác không bị ảnh hưởng. Hãy mở tệp bằng Word, lưu lại thành .docx gọn hơn (bớt ảnh, bảng) rồi thử lại.`,
  'file.noText': ({ name }) =>
    `Tệp “${name}” chỉ có ảnh chụp trang, không có chữ để đọc. Tệp gốc vẫn nguyên. Hãy tìm tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại.`,
  'file.otherFormat': ({ name, format }) =>
    `Tệp “${name}” thật ra là ${format}, chưa đọc được. Tệp gốc vẫn nguyên. Hãy mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi thử lại.`,
  'file.tooManyPages': ({ name, limitPages }) =>
    `Tệp “${name}” có hơn ${limitPages} trang. Không có gì thay đổi. Hãy tách phần báo cáo ra tệp riêng rồi thử lại.`,
  'file.encrypted': ({ name }) =>
    `Tệp “${name}” có mật khẩu nên chưa đọc được. Tệp gốc vẫn nguyên. Hãy mở bằng chương trình đã tạo ra nó, bỏ mật khẩu, lưu lại rồi thử lại.`,
  'file.damaged': ({ name }) =>
    `Tệp “${name}” bị hỏng hoặc thiếu phần, không đọc được. Tệp gốc vẫn nguyên. Hãy mở bằng Word hoặc LibreOffice, lưu thành tệp mới rồi thử lại.`,
  'file.unsafe': ({ name }) =>
    `Tệp “${name}” có cấu tạo bất thường, có thể gây hại, nên không mở. Tệp gốc vẫn nguyên, không phần nào được chạy. Nếu tin nơi gửi, hãy mở bằng Word, lưu thành tệp mới rồi thử lại.`,
  'file.diskFull': ({ name }) =>
    `Ổ đĩa đã đầy, chưa ghi được “${name}”. Bài viết vẫn còn trên màn hình và bản lưu trước vẫn nguyên. Hãy xoá bớt tệp; chương trình tự ghi lại.`,
  'file.gone': ({ name }) => `Tệp “${name}” không còn được giữ. Không có gì thay đổi. Hãy chọn lại tệp.`,
  'report.damaged': ({ name }) =>
    `Báo cáo “${name}” bị hỏng, không mở được. Tệp hỏng vẫn được giữ, không bị ghi đè. Hãy mở bản đã gửi hoặc đã xuất trước đó.`,
  'report.tooNew': ({ name }) =>
    `Báo cáo “${name}” do phiên bản mới hơn của chương trình tạo ra. Tệp vẫn nguyên. Hãy cập nhật chương trình để sửa.`,
  'report.notFound': () => 'Không thấy báo cáo này. Các báo cáo khác vẫn còn nguyên. Hãy về trang chính và chọn lại.',
  'report.changedElsewhere': () =>
    'Báo cáo này vừa được ghi ở một cửa sổ khác. Bản của cả hai nơi vẫn còn. Hãy chọn giữ bản đang mở hay mở bản mới trên đĩa.',
  'report.readOnly': () =>
    'Báo cáo này chỉ đọc được: thư mục dữ liệu không cho ghi, hoặc tệp do phiên bản mới hơn tạo ra. Bản trên đĩa vẫn nguyên. Hãy kiểm tra quyền ghi của thư mục, hoặc cập nhật chương trình.',
  'report.hasErrors': ({ count }) =>
    `Còn ${count} việc phải sửa trước khi xuất bản chính thức. Bài viết đã lưu. Hãy xem mục Soát, hoặc xuất bản nháp.`,
  'report.layoutNotForKind': () =>
    'Thể thức này không dùng cho loại văn bản đang mở. Không có gì thay đổi. Hãy chọn thể thức khác.',
  'template.damaged': ({ name }) =>
    `Mẫu “${name}” bị hỏng, không đọc được. Các mẫu khác vẫn còn nguyên. Hãy chọn mẫu khác hoặc học lại mẫu.`,
  'template.tooNew': ({ name }) =>
    `Mẫu “${name}” do phiên bản mới hơn của chương trình tạo ra. Mẫu vẫn nguyên. Hãy cập nhật chương trình.`,
  'template.notFound': () => 'Không thấy mẫu này. Các mẫu khác vẫn còn nguyên. Hãy chọn mẫu khác.',
  'settings.invalid': () =>
    'Thiết lập không đúng dạng nên chưa được ghi. Thiết lập cũ vẫn được dùng. Hãy kiểm tra lại các ô vừa nhập.',
  'sample.notHeld': ({ name }) =>
    `Chương trình không còn giữ nội dung của “${name}”. Các chỉnh sửa đã lưu vẫn còn. Hãy thả lại tệp này vào cửa sổ.`,
  'corrections.damaged': ({ name }) =>
    `“${name}” không phải tệp chỉnh sửa nhãn của Tổng Kết, hoặc đã hỏng. Không có chỉnh sửa nào được thêm. Hãy xin lại tệp từ người gửi.`,
  'learn.noSamples': () =>
    'Chưa có tài liệu nào dùng được để học. Không có gì thay đổi. Hãy thêm ít nhất một tài liệu đọc được.',
  'learn.cannotExtend': ({ name }) =>
    `Mẫu “${name}” không giữ kết quả đọc các tài liệu cũ nên không thêm tài liệu vào được. Mẫu vẫn nguyên như trước. Hãy học mẫu mới từ cả tài liệu cũ và mới.`,
  'slot.unknown': ({ name }) =>
    `Không có trường “${name}” trong mẫu. Không có gì thay đổi. Hãy kiểm tra lại tên trường.`,
  'period.unknown': ({ text }) =>
    `Không hiểu kỳ “${text}”. Không có gì thay đổi. Hãy viết như “6 tháng đầu năm 2026” hoặc “quý III/2026”.`,
  'pdf.noEngine': () => 'Chương trình chưa xuất được PDF. Bài viết đã lưu. Hãy xuất Word rồi in ra PDF từ Word.',
  'host.unreachable': () =>
    'Chương trình không trả lời. Chữ vẫn còn trên màn hình này. Hãy chép phần chưa lưu sang nơi khác, rồi mở lại Tổng Kết từ biểu tượng của chương trình.',
  'host.unauthorised': () =>
    'Cửa sổ này không còn được chương trình nhận ra. Phần đã lưu vẫn còn nguyên. Hãy mở lại Tổng Kết từ biểu tượng của chương trình.',
} satisfies Sentences & Record<AppErrorCode, unknown>

/** The Vietnamese sentence of a failure. */
export function errorText(error: WindowError): string {
  // Each sentence takes the error of its own code; TypeScript cannot follow that through the union.
  const say = SENTENCES[error.code] as (error: WindowError) => string
  return say(error)
}

export const errorCodes: readonly string[] = Object.keys(SENTENCES)
