/**
 * A slot (chỗ trống, trường điền) is one entity with many mentions: filled once, shown wherever it is mentioned.
 */
import { z } from 'zod'

/** Type of slot ↔ its code in files and on the command line. */
export const SLOT_TYPES = {
  period: { code: 'ky', name: 'kỳ' },
  nextPeriod: { code: 'ky_tiep_theo', name: 'kỳ tiếp theo' },
  term: { code: 'nhiem_ky', name: 'nhiệm kỳ' },
  date: { code: 'ngay', name: 'ngày' },
  documentCode: { code: 'so_hieu', name: 'số hiệu văn bản' },
  quantity: { code: 'so_luong', name: 'số lượng' },
  ratio: { code: 'ty_le', name: 'tỷ lệ' },
  money: { code: 'so_tien', name: 'số tiền' },
  person: { code: 'nguoi', name: 'người' },
  organization: { code: 'to_chuc', name: 'tổ chức' },
  place: { code: 'dia_diem', name: 'địa điểm' },
  text: { code: 'noi_dung', name: 'nội dung' },
} as const

export type SlotType = keyof typeof SLOT_TYPES
export const SlotTypeSchema = z.enum(Object.keys(SLOT_TYPES) as [SlotType, ...SlotType[]])

/** Letters, digits and hyphens: a slot's id stands in patterns as `{id}`. */
export const SlotIdSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u)

/** Longest text of a field: far beyond any letterhead line, guidance or slot value. */
export const MAX_LINE_LENGTH = 10_000

export const SlotSchema = z.strictObject({
  id: SlotIdSchema,
  type: SlotTypeSchema,
  /** What belongs here, as the officer reads it in the open slot: "số hội nghị". */
  label: z.string().min(1).max(200),
  /** Absent while the slot is open. Never empty. */
  value: z.string().min(1).max(MAX_LINE_LENGTH).optional(),
})

export type Slot = z.infer<typeof SlotSchema>

/** What a mention shows: the value, or the open slot's mark, which no reader takes for text. */
export function slotText(slot: Slot | undefined): string {
  if (!slot) return '[cần bổ sung]'
  return slot.value ?? `[cần bổ sung: ${slot.label}]`
}
