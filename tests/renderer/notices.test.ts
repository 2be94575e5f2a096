import { expect, test } from 'vitest'
import type { Notice } from '../../src/core/notice'
import { noticeText, ownHeadingsTogether } from '../../src/renderer/text/notices'

const heading = (name: string): Notice => ({ code: 'segment.unknownHeading', severity: 'hint', data: { name } })
const joined: Notice = { code: 'read.linesJoined', severity: 'hint' }

test('all headings of a document’s own are one thing to know, after what the reader could not carry', () => {
  const notices = ownHeadingsTogether([heading('Trên bến'), joined, heading('Dưới thuyền'), heading('Trên bến')])
  expect(notices[0]).toBe(joined)
  expect(notices.slice(1).map(noticeText)).toEqual(['Đề mục riêng của tài liệu: “Trên bến”, “Dưới thuyền”.'])
})

test('without such headings nothing changes', () => {
  expect(ownHeadingsTogether([joined])).toEqual([joined])
})
