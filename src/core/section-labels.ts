/**
 * THE table of section labels: the closed set in which samples are labelled, its English identifier
 * (SectionRole), its code in files and on the command line, and its Vietnamese name.
 * A heading outside the set keeps its own name beside the nearest label.
 */
import { z } from 'zod'

export interface SectionLabel {
  /** In files and on the command line. */
  readonly code: string
  /** As an officer says it. */
  readonly name: string
}

export const SECTION_LABELS = {
  headline: { code: 'tieu_de', name: 'Tiêu đề' },
  publishedAt: { code: 'ngay_dang', name: 'Ngày đăng' },
  byline: { code: 'byline', name: 'Tác giả, nguồn' },
  lead: { code: 'lead', name: 'Mở đầu' },
  conferenceInfo: { code: 'thong_tin_hoi_nghi', name: 'Thông tin hội nghị' },
  situation: { code: 'boi_canh_dac_diem', name: 'Bối cảnh, đặc điểm' },
  results: { code: 'ket_qua', name: 'Kết quả' },
  shortcomings: { code: 'han_che', name: 'Hạn chế' },
  causes: { code: 'nguyen_nhan', name: 'Nguyên nhân' },
  lessonsLearned: { code: 'bai_hoc_kinh_nghiem', name: 'Bài học kinh nghiệm' },
  discussion: { code: 'thao_luan', name: 'Ý kiến thảo luận' },
  upcomingTasks: { code: 'phuong_huong_nhiem_vu', name: 'Phương hướng, nhiệm vụ' },
  directingSpeech: { code: 'phat_bieu_chi_dao', name: 'Phát biểu chỉ đạo' },
  commendation: { code: 'khen_thuong', name: 'Khen thưởng' },
  proposals: { code: 'kien_nghi_de_xuat', name: 'Kiến nghị, đề xuất' },
  conclusion: { code: 'ket_luan', name: 'Kết luận' },
  photoCaption: { code: 'anh_chu_thich', name: 'Chú thích ảnh' },
  officialLayout: { code: 'the_thuc', name: 'Thể thức' },
  appendix: { code: 'phu_luc', name: 'Phụ lục' },
  clutter: { code: 'clutter', name: 'Rác' },
} as const satisfies Record<string, SectionLabel>

export type SectionRole = keyof typeof SECTION_LABELS

/** Fields of work (lĩnh vực) under results. Offices add, merge and rename them; these are the known ones. */
export const WORK_FIELDS = {
  advising: { code: 'tham_muu_chi_dao', name: 'Tham mưu, chỉ đạo' },
  resolutionStudy: { code: 'hoc_tap_quan_triet', name: 'Học tập, quán triệt nghị quyết' },
  hoChiMinhStudy: { code: 'hoc_tap_bac', name: 'Học tập và làm theo Bác' },
  publicity: { code: 'tuyen_truyen', name: 'Tuyên truyền' },
  politicalTheory: { code: 'ly_luan_chinh_tri', name: 'Lý luận chính trị' },
  partyHistory: { code: 'lich_su_dang', name: 'Lịch sử Đảng' },
  scienceAndEducation: { code: 'khoa_giao', name: 'Khoa giáo' },
  cultureAndArts: { code: 'van_hoa_van_nghe', name: 'Văn hóa, văn nghệ' },
  publicOpinion: { code: 'du_luan_xa_hoi', name: 'Dư luận xã hội' },
  ideologyDefense: { code: 'bao_ve_nen_tang', name: 'Bảo vệ nền tảng tư tưởng' },
  externalInformation: { code: 'thong_tin_doi_ngoai', name: 'Thông tin đối ngoại' },
  massMobilization: { code: 'dan_van', name: 'Dân vận' },
  sectorBuilding: { code: 'xay_dung_nganh', name: 'Xây dựng ngành' },
  inspection: { code: 'kiem_tra_giam_sat', name: 'Kiểm tra, giám sát' },
  digitalTransformation: { code: 'chuyen_doi_so', name: 'Chuyển đổi số' },
} as const satisfies Record<string, SectionLabel>

export type WorkField = keyof typeof WORK_FIELDS

const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]

export const SECTION_ROLES = keysOf(SECTION_LABELS)
export const WORK_FIELD_KEYS = keysOf(WORK_FIELDS)
export const SectionRoleSchema = z.enum(SECTION_ROLES)
export const WorkFieldSchema = z.enum(WORK_FIELD_KEYS)

/** `ket_qua` or `ket_qua/tuyen_truyen`: the label as files and the command line write it. */
export function labelCode(role: SectionRole, field?: WorkField): string {
  const code = SECTION_LABELS[role].code
  return field ? `${code}/${WORK_FIELDS[field].code}` : code
}
