import { CircleAlert, FileText, X } from 'lucide-react'
import { memo } from 'react'
import type { Notice, NoticeCode } from '../../../core/notice'
import { LEGACY_CHOICES, type LegacyChoice } from '../../../core/vietnamese/legacy-choice'
import { errorText } from '../../text/errors'
import { noticeText, ownHeadingsTogether } from '../../text/notices'
import { vi } from '../../text/vi'
import { Button, IconButton } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import type { LearningSession } from './learning-session'
import { sampleCounts, twinOf, type SampleFile } from './learning-state'

interface SampleFilesProps {
  readonly files: readonly SampleFile[]
  readonly shownKeys: ReadonlySet<number>
  /** Said by the learner of one file, by its name: the same text or event as another. */
  readonly learnNotices: readonly Notice[]
  readonly session: LearningSession
}

/** What was dropped and what came of each: sections, clutter, what could not be carried, or why it could not be read. */
export function SampleFiles({ files, shownKeys, learnNotices, session }: SampleFilesProps) {
  const waiting = files.filter((file) => file.reading.kind === 'waiting').length
  const isReading = files.some((file) => file.reading.kind === 'reading')
  const done = files.length - waiting - (isReading ? 1 : 0)
  return (
    <aside className="side side--left sample-files" aria-label={vi.learning.files}>
      <h2 className="side__title">{vi.learning.files}</h2>
      {isReading ? (
        <div className="sample-files__progress">
          <progress aria-label={vi.learning.reading(done, files.length)} value={done} max={files.length} />
          <p className="small muted" role="status">
            {vi.learning.reading(done, files.length)}
          </p>
          <Button onClick={session.stop}>{vi.learning.stop}</Button>
        </div>
      ) : null}
      {!isReading && waiting > 0 ? (
        <div className="sample-files__progress">
          <p className="small muted" role="status">
            {vi.learning.stopped(waiting)}
          </p>
          <Button onClick={session.resume}>{vi.learning.resume}</Button>
        </div>
      ) : null}
      <ul>
        {files.map((file) => (
          <FileRow
            key={file.key}
            file={file}
            isShown={shownKeys.has(file.key)}
            twin={twinOf(file, files)?.name}
            said={learnNotices.find(({ data }) => data?.['name'] === file.name)}
            session={session}
          />
        ))}
      </ul>
    </aside>
  )
}

interface FileRowProps {
  readonly file: SampleFile
  readonly isShown: boolean
  /** Name of the file before it with the same content. */
  readonly twin: string | undefined
  readonly said: Notice | undefined
  readonly session: LearningSession
}

const FileRow = memo(function FileRow({ file, isShown, twin, said, session }: FileRowProps) {
  const { key, name, reading } = file
  return (
    <li className={classNames('sample-file', isShown && 'sample-file--shown')}>
      <div className="sample-file__head">
        <button
          type="button"
          className="sample-file__open"
          aria-current={isShown}
          title={name}
          onClick={() => session.show(key)}
        >
          {reading.kind === 'failed' ? (
            <CircleAlert className="icon sample-file__bad" aria-hidden />
          ) : (
            <FileText className="icon" aria-hidden />
          )}
          <span className="sample-file__words">
            <span className="sample-file__name">{name}</span>
            <Outcome file={file} twin={twin} />
          </span>
        </button>
        <IconButton label={vi.learning.removeFile(name)} onClick={() => session.remove(key)}>
          <X className="icon" aria-hidden />
        </IconButton>
      </div>
      {said ? <p className="sample-file__more small sample-file__warn">{noticeText(said)}</p> : null}
      {reading.kind === 'failed' ? (
        <div className="sample-file__more">
          <Button onClick={() => session.retry(key)}>{vi.common.retry}</Button>
        </div>
      ) : null}
      {reading.kind === 'read' && twin === undefined ? (
        <ReadNotices file={file} notices={reading.sample.notices.filter(isWorthSaying)} session={session} />
      ) : null}
    </li>
  )
})

function Outcome({ file: { reading }, twin }: { readonly file: SampleFile; readonly twin: string | undefined }) {
  switch (reading.kind) {
    case 'waiting':
      return <span className="small muted">{vi.learning.fileWaiting}</span>
    case 'reading':
      return <span className="small muted">{vi.learning.fileReading}</span>
    case 'failed':
      return <span className="small sample-file__bad">{errorText(reading.error)}</span>
    case 'read': {
      if (twin !== undefined) return <span className="small sample-file__warn">{vi.learning.sameFile(twin)}</span>
      const counts = sampleCounts(reading.sample)
      return <span className="small muted">{vi.learning.fileSections(counts.sections, counts.clutter)}</span>
    }
  }
}

interface ReadNoticesProps {
  readonly file: SampleFile
  readonly notices: readonly Notice[]
  readonly session: LearningSession
}

/** What the reader could not carry or had to change: one line stands, more are opened. */
function ReadNotices({ file, notices, session }: ReadNoticesProps) {
  const ways = legacyWays(file, notices)
  if (notices.length === 0 && ways.length === 0) return null
  const plain = notices.length === 1 ? notices : notices.filter(({ code }) => ALWAYS_SAID.has(code))
  const more = ownHeadingsTogether(notices.filter((notice) => !plain.includes(notice)))
  return (
    <div className="sample-file__more small">
      <NoticeLines notices={plain} />
      {more.length > 0 ? (
        <details>
          <summary className={more.some(({ severity }) => severity !== 'hint') ? 'sample-file__warn' : 'muted'}>
            {vi.learning.fileNotices(more.length)}
          </summary>
          <NoticeLines notices={more} />
        </details>
      ) : null}
      {ways.map(({ words, choice }) => (
        <button key={choice} type="button" className="link" onClick={() => session.readWith(file.key, choice)}>
          {words}
        </button>
      ))}
    </div>
  )
}

/** Letters that were changed must be looked at: this is never behind a click. */
const ALWAYS_SAID: ReadonlySet<NoticeCode> = new Set([
  'text.oldEncoding',
  'read.legacyFonts',
  'read.legacyText',
  'read.legacySuspected',
])

function NoticeLines({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null
  return (
    <ul>
      {notices.map((notice, index) => (
        <li key={index} className={notice.severity === 'hint' ? 'muted' : 'sample-file__warn'}>
          {noticeText(notice)}
        </li>
      ))}
    </ul>
  )
}

/** The other ways to read letters of an old encoding. */
function legacyWays(
  file: SampleFile,
  notices: readonly Notice[],
): readonly { readonly words: string; readonly choice: LegacyChoice }[] {
  if (file.legacyText !== undefined && file.legacyText !== 'auto')
    return [{ words: vi.learning.legacyAuto, choice: 'auto' }]
  if (notices.some(({ code }) => code === 'read.legacyText')) return [{ words: vi.learning.legacyKeep, choice: 'keep' }]
  const suspected = notices.find(({ code }) => code === 'read.legacySuspected')
  const encoding = String(suspected?.data?.['encoding'] ?? '')
  // The notice names the encoding as officers do: “TCVN3 (ABC)”.
  const choice = LEGACY_CHOICES.find((known) => encoding.toLowerCase().startsWith(known))
  return choice ? [{ words: vi.learning.legacyDecode(encoding), choice }] : []
}

/** The number of clutter lines is said already. */
const isWorthSaying = ({ code }: Notice): boolean => code !== 'segment.clutterHidden'
