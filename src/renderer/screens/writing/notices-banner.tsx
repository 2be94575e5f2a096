import { useState } from 'react'
import type { Notice } from '../../../core/notice'
import { noticeText } from '../../text/notices'
import { vi } from '../../text/vi'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { noticeLine } from './notice-line'

/** What was noticed while the report was opened: one line, and the whole list when asked for. */
export function NoticesBanner({ notices }: { readonly notices: readonly Notice[] }) {
  const [isShown, setIsShown] = useState(true)
  const [isListOpen, setIsListOpen] = useState(false)
  const sentences = notices.map(noticeText)
  const line = noticeLine(sentences)
  if (!isShown || !line) return null
  return (
    <>
      <Banner
        tone="info"
        actions={
          <>
            {line.isWhole ? null : <Button onClick={() => setIsListOpen(true)}>{vi.writing.noticesSee}</Button>}
            <Button onClick={() => setIsShown(false)}>{vi.common.close}</Button>
          </>
        }
      >
        {line.text}
      </Banner>
      <Dialog
        isOpen={isListOpen}
        onClose={() => setIsListOpen(false)}
        title={vi.writing.noticesTitle}
        closeLabel={vi.common.close}
        footer={<Button onClick={() => setIsListOpen(false)}>{vi.common.close}</Button>}
      >
        {/* It scrolls and holds nothing to focus, so the keyboard needs a hold on itself. */}
        <ul className="notices" aria-label={vi.writing.noticesTitle} tabIndex={0}>
          {sentences.map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
