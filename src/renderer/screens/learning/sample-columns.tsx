import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { vi } from '../../text/vi'
import { IconButton } from '../../ui/button'
import type { CountedFile } from './learning-state'

interface SampleColumnsProps {
  readonly files: readonly CountedFile[]
  /** Those of the files that stand side by side. */
  readonly shown: readonly CountedFile[]
  readonly onFirst: (key: number) => void
  readonly children: (file: CountedFile) => ReactNode
}

/** Several samples side by side, with the way to those before and after. */
export function SampleColumns({ files, shown, onFirst, children }: SampleColumnsProps) {
  const first = shown[0] ? files.indexOf(shown[0]) : 0
  const go = (at: number) => {
    const file = files[at]
    if (file) onFirst(file.file.key)
  }
  return (
    <div className="sample-columns">
      {files.length > shown.length ? (
        <div className="sample-columns__pages">
          <IconButton label={vi.learning.before} disabled={first === 0} onClick={() => go(first - 1)}>
            <ChevronLeft className="icon" aria-hidden />
          </IconButton>
          <span className="small muted" role="status">
            {vi.learning.columns(first + 1, first + shown.length, files.length)}
          </span>
          <IconButton
            label={vi.learning.after}
            disabled={first + shown.length >= files.length}
            onClick={() => go(first + 1)}
          >
            <ChevronRight className="icon" aria-hidden />
          </IconButton>
        </div>
      ) : null}
      <div className="sample-columns__row">
        {shown.map((file) => (
          <section key={file.file.key} className="sample-column" aria-label={file.file.name}>
            <h2 className="sample-column__name" title={file.file.name}>
              {file.file.name}
            </h2>
            <div className="sample-column__scroll">{children(file)}</div>
          </section>
        ))}
      </div>
    </div>
  )
}

/** The files that stand side by side from the chosen one on, as many as there is room for. */
export function shownColumns(
  files: readonly CountedFile[],
  chosenKey: number | undefined,
  room: number,
): readonly CountedFile[] {
  const wanted = files.findIndex(({ file }) => file.key === chosenKey)
  const first = Math.max(0, Math.min(wanted, files.length - room))
  return files.slice(first, first + room)
}

/** Where three columns are still wide enough to read. */
const THREE_FIT = '(min-width: 100em)'

/** How many columns the window has room for. */
export function useRoom(): number {
  const [isWide, setIsWide] = useState(() => window.matchMedia(THREE_FIT).matches)
  useEffect(() => {
    const query = window.matchMedia(THREE_FIT)
    const follow = () => setIsWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return isWide ? 3 : 2
}
