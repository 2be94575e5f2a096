import { describe, expect, it } from 'vitest'
import { readAuthorityLine } from '../../../src/core/official-layout/authority-signs'
import { composeAuthority } from '../../../src/core/official-layout/compose-signature'
import { layoutFor } from '../../../src/core/official-layout/layouts'
import { FORMAL_LAYOUTS } from '../../../src/core/report/report'

describe('the sign before a signature', () => {
  it.each([
    ['T/M BAN THƯỜNG VỤ', 'onBehalfOf', 'BAN THƯỜNG VỤ'],
    ['T / M CHI BỘ', 'onBehalfOf', 'CHI BỘ'],
    ['TM. UỶ BAN NHÂN DÂN', 'onBehalfOf', 'UỶ BAN NHÂN DÂN'],
    ['TM UỶ BAN NHÂN DÂN', 'onBehalfOf', 'UỶ BAN NHÂN DÂN'],
    ['K/T TRƯỞNG BAN', 'forSuperior', 'TRƯỞNG BAN'],
    ['KT.GIÁM ĐỐC', 'forSuperior', 'GIÁM ĐỐC'],
    ['T/L BAN THƯỜNG VỤ', 'byOrderOf', 'BAN THƯỜNG VỤ'],
    ['TL. CHỦ TỊCH', 'byOrderOf', 'CHỦ TỊCH'],
    ['TUQ. CHỦ TỊCH', 'byDelegation', 'CHỦ TỊCH'],
    ['T/UQ CHỦ TỊCH', 'byDelegation', 'CHỦ TỊCH'],
    ['Q. GIÁM ĐỐC', 'acting', 'GIÁM ĐỐC'],
  ])('%s is read as %s', (line, authority, authorityOf) => {
    expect(readAuthorityLine(line)).toEqual({ authority, authorityOf })
  })

  it.each(['TRƯỞNG BAN', 'QUẬN UỶ', 'TMDV MIỀN NAM', 'KTX SỐ 2', 'Q BÌNH AN', ''])('is not seen in %j', (line) => {
    expect(readAuthorityLine(line)).toBeUndefined()
  })

  it.each(FORMAL_LAYOUTS)('is read back as the layout %s prints it', (id) => {
    for (const authority of ['onBehalfOf', 'forSuperior', 'byOrderOf', 'acting'] as const) {
      const block = { authority, authorityOf: 'BAN THƯỜNG VỤ', signerPosition: 'PHÓ BÍ THƯ', signerName: 'A' }
      expect(readAuthorityLine(composeAuthority(block, layoutFor(id)).line)).toEqual({
        authority,
        authorityOf: 'BAN THƯỜNG VỤ',
      })
    }
  })
})
