import { Clock, FilePlus2, Files, FolderOpen, GraduationCap, LayoutTemplate, Search, Settings } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { ReportSummary, TemplateSummary } from '../../../contract/channels'
import type { WindowError } from '../../bridge'
import { errorText } from '../../text/errors'
import { formatCount } from '../../text/format'
import { noticeText } from '../../text/notices'
import { APP_NAME, vi } from '../../text/vi'
import { Banner } from '../../ui/banner'
import { Button, IconButton } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { DropZone } from '../../ui/drop-zone'
import { Empty } from '../../ui/empty'
import { TextInput } from '../../ui/field'
import { useWindow } from '../window-context'
import '../screen.css'
import { findReports, findTemplates } from './find-reports'
import './home-screen.css'
import { ReportList } from './report-list'
import { TemplateList } from './template-list'

const RECENT = 10

interface Lists {
  readonly reports: readonly ReportSummary[]
  readonly templates: readonly TemplateSummary[]
}

/** Reports and templates at hand, and the ways to begin. */
export function HomeScreen({ list }: { readonly list: 'reports' | 'templates' }) {
  const { host, go, askNewReport, openFile, importFile } = useWindow()
  const { lists, error, reload } = useLists()
  const [scope, setScope] = useState<'recent' | 'all'>('recent')
  const [query, setQuery] = useState('')

  const shown = list === 'templates' ? 'templates' : scope
  const show = (next: 'recent' | 'all' | 'templates') => {
    if (next !== 'templates') setScope(next)
    go({ screen: next === 'templates' ? 'templates' : 'home' })
  }

  return (
    <div className="screen">
      <header className="topbar">
        <h1 className="app-name">{APP_NAME}</h1>
        <span className="topbar__space" />
        <div className="search" role="search">
          <Search className="icon search__icon" aria-hidden />
          <TextInput
            type="search"
            className="search__input"
            aria-label={vi.home.search}
            placeholder={vi.home.searchHint}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        <IconButton label={vi.common.settings} onClick={() => go({ screen: 'settings' })}>
          <Settings className="icon" aria-hidden />
        </IconButton>
      </header>
      <div className="columns">
        <nav className="side side--left home-nav" aria-label={vi.home.navName}>
          <ul>
            <NavRow
              icon={<Clock className="icon" aria-hidden />}
              isCurrent={shown === 'recent'}
              onClick={() => show('recent')}
            >
              {vi.home.recent}
            </NavRow>
            <NavRow
              icon={<Files className="icon" aria-hidden />}
              isCurrent={shown === 'all'}
              count={lists?.reports.length}
              onClick={() => show('all')}
            >
              {vi.home.all}
            </NavRow>
            <NavRow
              icon={<LayoutTemplate className="icon" aria-hidden />}
              isCurrent={shown === 'templates'}
              count={lists?.templates.length}
              onClick={() => show('templates')}
            >
              {vi.home.templates}
            </NavRow>
          </ul>
        </nav>
        <DropZone className="middle" onFiles={(files) => files[0] && importFile(files[0])}>
          <main className="home">
            <div className="home__actions">
              <Button kind="primary" icon={<FilePlus2 className="icon" aria-hidden />} onClick={() => askNewReport()}>
                {vi.home.newReport}
              </Button>
              <Button icon={<GraduationCap className="icon" aria-hidden />} onClick={() => go({ screen: 'learning' })}>
                {vi.home.learn}
              </Button>
              <Button icon={<FolderOpen className="icon" aria-hidden />} onClick={openFile}>
                {vi.home.open}
              </Button>
            </div>
            {host.startNotices.map((notice, index) => (
              <Banner key={index} tone={notice.severity === 'hint' ? 'info' : 'warn'}>
                {noticeText(notice)}
              </Banner>
            ))}
            {error ? (
              <Banner tone="bad" actions={<Button onClick={reload}>{vi.common.retry}</Button>}>
                {errorText(error)}
              </Banner>
            ) : null}
            {lists ? <Found lists={lists} shown={shown} query={query} onClearSearch={() => setQuery('')} /> : null}
            <p className="muted">{vi.home.dropHint}</p>
          </main>
        </DropZone>
      </div>
      <footer className="statusbar">{vi.home.onThisMachine}</footer>
    </div>
  )
}

interface FoundProps {
  readonly lists: Lists
  readonly shown: 'recent' | 'all' | 'templates'
  readonly query: string
  readonly onClearSearch: () => void
}

function Found({ lists, shown, query, onClearSearch }: FoundProps): ReactNode {
  const { askNewReport, go } = useWindow()
  const isSearching = query.trim() !== ''
  const nothing = (title: string) => (
    <Empty title={title} actions={<Button onClick={onClearSearch}>{vi.home.clearSearch}</Button>} />
  )
  if (shown === 'templates') {
    const templates = findTemplates(lists.templates, query)
    if (templates.length > 0) return <TemplateList templates={templates} />
    return isSearching ? nothing(vi.templates.nothingFound(query)) : <Empty title={vi.templates.none} />
  }
  const reports = findReports(lists.reports, query)
  if (reports.length > 0) {
    return <ReportList reports={shown === 'recent' && !isSearching ? reports.slice(0, RECENT) : reports} />
  }
  if (isSearching) return nothing(vi.home.nothingFound(query))
  return (
    <Empty
      title={vi.home.noneTitle}
      actions={
        <>
          <Button kind="primary" onClick={() => askNewReport()}>
            {vi.home.newReport}
          </Button>
          <Button onClick={() => go({ screen: 'learning' })}>{vi.home.learn}</Button>
        </>
      }
    >
      {vi.home.noneWords}
    </Empty>
  )
}

interface NavRowProps {
  readonly icon: ReactNode
  readonly isCurrent: boolean
  readonly count?: number | undefined
  readonly onClick: () => void
  readonly children: ReactNode
}

function NavRow({ icon, isCurrent, count, onClick, children }: NavRowProps) {
  return (
    <li>
      <button
        type="button"
        className={classNames('nav-row', isCurrent && 'nav-row--current')}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onClick}
      >
        {icon}
        <span className="nav-row__words">{children}</span>
        {count === undefined ? null : <span className="muted">{formatCount(count)}</span>}
      </button>
    </li>
  )
}

/** Both lists, read when the screen appears. */
function useLists() {
  const { bridge } = useWindow()
  const [lists, setLists] = useState<Lists>()
  const [error, setError] = useState<WindowError>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void Promise.all([bridge.call('report.list', {}), bridge.call('template.list', {})]).then(
      ([reports, templates]) => {
        if (!isCurrent) return
        setError(reports.ok ? (templates.ok ? undefined : templates.error) : reports.error)
        if (reports.ok || templates.ok) {
          setLists({
            reports: reports.ok ? reports.value.reports : [],
            templates: templates.ok ? templates.value.templates : [],
          })
        }
      },
    )
    return () => {
      isCurrent = false
    }
  }, [bridge, turn])
  return { lists, error, reload: () => setTurn((current) => current + 1) }
}
