import { vi, APP_NAME } from '../text/vi'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import './screen.css'

interface NoticeProps {
  readonly title: string
  readonly words: readonly string[]
  readonly canReload?: boolean
}

/** A page of its own for what leaves no screen to show. */
export function Notice({ title, words, canReload = false }: NoticeProps) {
  return (
    <main className="screen screen--notice">
      <h1 className="app-name">{APP_NAME}</h1>
      <Empty
        title={title}
        actions={
          canReload ? (
            <Button kind="primary" onClick={() => window.location.reload()}>
              {vi.common.reload}
            </Button>
          ) : undefined
        }
      >
        {words.map((sentence) => (
          <span key={sentence} className="notice-line">
            {sentence}
          </span>
        ))}
      </Empty>
    </main>
  )
}
