import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { LAYOUT_FILE_IDS, makeLayout, styleOf, textAreaWidth } from '../../../src/core/official-layout/layout'
import { layoutFile, layoutFor } from '../../../src/core/official-layout/layouts'
import state2020 from '../../../resources/layouts/state-2020.json'

/** Line spacing says in one property what kind of figure it is. */
const SpacingSchema = z.record(z.string(), z.number())

const withRow = (row: unknown) => ({ ...state2020, rows: [...state2020.rows, row] })

describe('layout files', () => {
  it.each(LAYOUT_FILE_IDS)('%s folds, and every value stands inside the range its source allows', (id) => {
    for (const { row, value, allowed } of layoutFile(id).rows.values()) {
      if (!allowed) continue
      const number = typeof value === 'number' ? value : Object.values(SpacingSchema.parse(value))[0]
      expect(number, row).toBeGreaterThanOrEqual(allowed[0] ?? -Infinity)
      expect(number, row).toBeLessThanOrEqual(allowed[1] ?? Infinity)
    }
  })

  it.each(LAYOUT_FILE_IDS)('%s names a clause for everything it calls verified or second-hand', (id) => {
    for (const row of layoutFile(id).rows.values()) {
      if (row.certainty === 'verified' || row.certainty === 'secondHand') expect(row.clause, row.row).toBeTruthy()
    }
  })

  it('gives party and state the figures of the rules in force', () => {
    expect(textAreaWidth(layoutFor('party'))).toBe(165)
    expect(styleOf(layoutFor('party'), 'partyName').fontSize).toBe(15)
    expect(styleOf(layoutFor('party'), 'body').lineSpacing).toEqual({ exact: 19 })
    expect(styleOf(layoutFor('state'), 'documentCode').fontSize).toBe(13)
    expect(styleOf(layoutFor('state'), 'recipients').fontSize).toBe(11)
  })

  it('keeps the rules of 2018 for reading only', () => {
    expect(layoutFile('party-2018').isExported).toBe(false)
    expect([layoutFor('party').id, layoutFor('state').id, layoutFor('portal').id]).toEqual([
      'party-2026',
      'state-2020',
      'portal',
    ])
  })

  it('refuses a row that nothing reads, a value of the wrong kind and a row that stands there twice', () => {
    const row = (name: string, value: unknown) => ({ row: name, value, certainty: 'convention' })
    expect(() => makeLayout(withRow(row('subjekt.fontSize', 14)))).toThrow('no element is called subjekt')
    expect(() => makeLayout(withRow(row('subject.fontsize', 14)))).toThrow('no property fontsize')
    expect(() => makeLayout(withRow(row('caption.spaceAfter', 'wide')))).toThrow()
    expect(() => makeLayout(withRow(state2020.rows[0]))).toThrow('twice')
  })
})
