import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MAX_LINE_LENGTH } from '../../src/core/slot'
import { BlockField, LineField } from '../../src/renderer/screens/writing/page-field'

describe('a field of the page', () => {
  it.each([LineField, BlockField])('takes no more than a report file may hold', (field) => {
    const props = { label: 'Cơ quan', at: 'a', value: '', placeholder: '', onChange: () => undefined }
    expect(renderToStaticMarkup(createElement(field, props))).toContain(`maxLength="${MAX_LINE_LENGTH}"`)
  })
})
