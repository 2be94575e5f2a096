import { describe, expect, it } from 'vitest'
import {
  labelCode,
  SECTION_LABELS,
  SECTION_ROLES,
  WORK_FIELD_KEYS,
  WORK_FIELDS,
  type SectionLabel,
} from '../../src/core/section-labels'
import { SLOT_TYPES } from '../../src/core/slot'

describe('the tables of labels', () => {
  it('know twenty sections and fifteen fields of work, each by one code and one name', () => {
    expect(SECTION_ROLES).toHaveLength(20)
    expect(WORK_FIELD_KEYS).toHaveLength(15)
    const tables: readonly Readonly<Record<string, SectionLabel>>[] = [SECTION_LABELS, WORK_FIELDS, SLOT_TYPES]
    for (const table of tables) {
      const labels = Object.values(table)
      expect(new Set(labels.map((label) => label.code)).size).toBe(labels.length)
      expect(new Set(labels.map((label) => label.name)).size).toBe(labels.length)
      for (const { code } of labels) expect(code).toMatch(/^[a-z_]+$/)
    }
  })

  it('write a field behind its section', () => {
    expect(labelCode('results', 'publicity')).toBe('ket_qua/tuyen_truyen')
    expect(labelCode('shortcomings')).toBe('han_che')
  })
})
