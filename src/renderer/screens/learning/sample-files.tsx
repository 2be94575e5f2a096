import { CircleAlert, FileText, X } from 'lucide-react'
import type { Notice } from '../../../core/notice'
import { errorText } from '../../text/errors'
import { noticeText } from '../../text/notices'
import { vi } from '../../text/vi'
import { Button, IconButton } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { correctedSample, sampleCounts, type SampleFile } from './learning-state'

interface SampleFilesProps {
  readonly files: readonly SampleFile[]
  readonly shownKey: number | undefined
  readonly onShow: (key: number) => void
  readonly onRemove: (key: number) => void
  readonly onStop: () => void
  readonly onResume: (keys: readonly number[]) => void
}

/** What was dropped and what came of each: sections, clutter, or why it could not be read. */
export function SampleFiles({ files, shownKey, onShow, onRemove, onStop, onResume }: SampleFilesProps) {
  const waiting = files.filter((file) => file.reading.kind === 'waiting').map(({ key }) => key)
  const isReading = files.some((file) => file.reading.kind === 'reading')
  const done = files.length - waiting.length - (isReading ? 1 : 0)
  return (
    <aside className="side side--left sample-files" aria-label={vi.learning.files}>
      <h2 className="side__title">{vi.learning.files}</h2>
      {isReading && files.length > 1 ? (
        <div className="sample-files__progress">
          <progress aria-label={vi.learning.reading(done, files.length)} value={done} max={files.length} />
          <p className="small muted" role="status">
            {vi.learning.reading(done, files.length)}
          </p>
          {waiting.length > 0 ? <Button onClick={onStop}>{vi.learning.stop}</Button> : null}
        </div>
      ) : null}
      {!isReading && waiting.length > 0 ? (
        <div className="sample-files__progress">
          <p className="small muted">{vi.learning.stopped(waiting.length)}</p>
          <Button onClick={() => onResume(waiting)}>{vi.common.retry}</Button>
        </div>
      ) : null}
      <ul>
        {files.map((file) => (
          <li key={file.key} className={classNames('sample-file', file.key === shownKey && 'sample-file--shown')}>
            <button
              type="button"
              className="sample-file__open"
              aria-current={file.key === shownKey}
              onClick={() => onShow(file.key)}
            >
              {file.reading.kind === 'failed' ? (
                <CircleAlert className="icon sample-file__bad" aria-hidden />
              ) : (
                <FileText className="icon" aria-hidden />
              )}
              <span className="sample-file__words">
                <span className="sample-file__name">{file.name}</span>
                <Outcome file={file} />
              </span>
            </button>
            <IconButton label={vi.learning.removeFile(file.name)} onClick={() => onRemove(file.key)}>
              <X className="icon" aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function Outcome({ file }: { readonly file: SampleFile }) {
  switch (file.reading.kind) {
    case 'waiting':
      return <span className="small muted">{vi.learning.fileWaiting}</span>
    case 'reading':
      return <span className="small muted">{vi.learning.fileReading}</span>
    case 'failed':
      return <span className="small sample-file__bad">{errorText(file.reading.error)}</span>
    case 'read': {
      const counts = sampleCounts(correctedSample(file) ?? file.reading.sample)
      return (
        <>
          <span className="small muted">{vi.learning.fileSections(counts.sections, counts.clutter)}</span>
          {worthSaying(file.reading.sample.notices).map((notice, index) => (
            <span
              key={index}
              className={classNames('small', notice.severity === 'hint' ? 'muted' : 'sample-file__warn')}
            >
              {noticeText(notice)}
            </span>
          ))}
        </>
      )
    }
  }
}

/** The number of clutter lines is said already. */
const worthSaying = (notices: readonly Notice[]): readonly Notice[] =>
  notices.filter(({ code }) => code !== 'segment.clutterHidden')
