/** Sentences for what the checker found, by code. A code without one is shown as it is. */
import type { FindingCode } from '../../core/checking/finding-rules'
import type { Finding } from '../../core/finding'

const FINDINGS: Readonly<Record<FindingCode, string>> = {
  'section.empty': 'Đề mục sẽ in ra mà bên dưới chưa có chữ nào; hãy viết, xoá mục hoặc đánh dấu Không áp dụng.',
  'section.needsFigures': 'Mục đang được đánh dấu Cần số liệu.',
  'section.missing': 'Mục bắt buộc chưa viết.',
  'slot.open': 'Trường chưa điền.',
  'slot.unknown': 'Có chỗ nhắc đến một trường không còn trong báo cáo.',
  'letterhead.issuingOrganizationEmpty': 'Chưa có tên cơ quan ban hành.',
  'letterhead.documentNumberEmpty': 'Chưa có số văn bản.',
  'letterhead.documentNumberNotDigits': 'Số văn bản chỉ gồm chữ số.',
  'letterhead.documentSymbolEmpty': 'Chưa có ký hiệu cơ quan.',
  'letterhead.documentSymbolSpelling': 'Ký hiệu viết bằng chữ in hoa, không có dấu cách.',
  'letterhead.issuePlaceEmpty': 'Chưa có địa danh.',
  'letterhead.issueDateOpen': 'Ngày ban hành chưa đủ.',
  'letterhead.issueDateImpossible': 'Ngày ban hành không có thật trong lịch.',
  'title.documentTypeEmpty': 'Chưa có tên loại văn bản.',
  'title.subjectEmpty': 'Chưa có trích yếu.',
  'title.subjectOpensWithRegarding': 'Trích yếu của báo cáo không mở bằng “về việc”.',
  'title.subjectEndsWithStop': 'Cuối trích yếu không đặt dấu câu.',
  'title.subjectStartsUpper': 'Trích yếu thường mở bằng chữ thường.',
  'title.headlineEmpty': 'Chưa có tên tin.',
  'addressees.notInLayout': 'Thể thức này không có “Kính gửi” trong báo cáo.',
  'heading.empty': 'Đề mục chưa có tên.',
  'heading.numberTyped': 'Đề mục có số gõ tay; số được đánh tự động.',
  'body.end': 'Cuối bài chưa đúng dấu kết thúc.',
  'signature.signerNameEmpty': 'Chưa có họ và tên người ký.',
  'signature.signerPositionEmpty': 'Chưa có chức vụ người ký.',
  'signature.authorityOfEmpty': 'Chưa ghi ký thay ai hoặc thay mặt ai.',
  'signature.advisoryBody': 'Người đứng đầu cơ quan tham mưu ký trực tiếp, không thay mặt cơ quan.',
  'signature.deputyOfCommittee': 'Phó bí thư ký thay mặt cấp uỷ, không ký thay bí thư.',
  'signature.degreeBeforeName': 'Trước họ tên người ký không ghi học hàm, học vị.',
  'signature.nameInCapitals': 'Họ tên người ký chỉ viết hoa chữ cái đầu mỗi từ.',
  'recipients.empty': 'Chưa có nơi nhận.',
  'recipients.filingNoteEmpty': 'Chưa ghi nơi lưu.',
  'recipients.filingNoteOfOtherLayout': 'Nơi lưu viết theo thể thức khác (VT của Nhà nước, văn phòng của Đảng).',
  'recipients.sameAsNobody': '“Như trên” nhưng văn bản không có Kính gửi.',
}

/** The Vietnamese sentence of a finding. */
export function findingText(finding: Pick<Finding, 'code'>): string {
  return isKnown(finding.code) ? FINDINGS[finding.code] : `Có chỗ cần xem lại (mã ${finding.code}).`
}

const isKnown = (code: string): code is FindingCode => Object.hasOwn(FINDINGS, code)
