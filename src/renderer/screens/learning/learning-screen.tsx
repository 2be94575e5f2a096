import { ArrowLeft, Columns2, Ellipsis, FilePlus2, Redo2, Save, Undo2 } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { TemplateSummary } from '../../../contract/channels'
import type { NoticeCode } from '../../../core/notice'
import type { Template } from '../../../core/template/template'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { Button, IconButton } from '../../ui/button'
import { DropZone } from '../../ui/drop-zone'
import { Empty } from '../../ui/empty'
import { Menu } from '../../ui/menu'
import { useToast } from '../../ui/toast'
import { chooseFilesInPage, SAMPLE_FILES } from '../choose-files'
import '../screen.css'
import { UnsavedGuard } from '../unsaved-guard'
import { useCommands, useWindow } from '../window-context'
import { AnswerBar } from './answer-bar'
import { labelChoices } from './label-choices'
import { LearnedTemplate } from './learned-template'
import type { SampleSource } from './learning-session'
import './learning-screen.css'
import { isUncertain, sampleCounts, twinOf, type CountedFile, type PlaceInSample } from './learning-state'
import { SampleColumns, shownColumns, useRoom } from './sample-columns'
import { SampleFiles } from './sample-files'
import { SampleParagraphs, type Reveal } from './sample-paragraphs'
import { SaveTemplateDialog } from './save-template-dialog'
import { idsWithin, sectionsOfParagraphs } from './section-paragraphs'
import { useLearnedTemplate } from './use-learned-template'
import { useLearningSession } from './use-learning-session'
import { useSharedCorrections } from './use-shared-corrections'

/** `base` gets the samples that are dropped; without it they make a template of their own. */
export function LearningScreen({ base }: { readonly base?: Template }) {
  const { bridge, host, go, askNewReport } = useWindow()
  const toast = useToast()
  const { session, view } = useLearningSession()
  const { counted } = view
  const samples = useMemo(() => counted.map(({ sample }) => sample), [counted])
  const isReading = view.files.some(({ reading }) => reading.kind === 'reading')
  const learned = useLearnedTemplate(bridge, {
    samples,
    name: vi.learning.defaultName,
    base,
    edits: view.edits,
    isWaiting: view.isWorking || (isReading && samples.length > 3),
  })
  const [isSaving, setIsSaving] = useState(false)
  /** As it stands on disk, and the value it was saved from. */
  const [saved, setSaved] = useState<SavedTemplate>()
  const [isSideBySide, setIsSideBySide] = useState(false)
  const [pointed, setPointed] = useState<string>()
  const [reveal, setReveal] = useState<Reveal>()
  const [visited, setVisited] = useState(-1)
  const templatePane = useRef<HTMLElement>(null)
  const corrections = useSharedCorrections(() => void session.relabel())
  const room = useRoom()

  const edited = learned.kind === 'learned' ? learned.edited : undefined
  const isCurrent =
    saved !== undefined && saved.from === edited?.template && learned.kind === 'learned' && !learned.isStale
  const isUnsaved = samples.length > 0 && !isCurrent
  const shown = view.files.find((file) => file.key === view.shownKey)
  const shownTwin = shown && twinOf(shown, view.files)
  const single = counted.find(({ file }) => file.key === view.shownKey)
  const canSideBySide = counted.length > 1
  const isInColumns = isSideBySide && canSideBySide
  const visible = useMemo(
    () =>
      isInColumns
        ? shownColumns(counted, view.shownKey, room)
        : counted.filter(({ file }) => file.key === view.shownKey),
    [isInColumns, counted, view.shownKey, room],
  )

  const ofFiles = useMemo(() => {
    const names = new Set(view.files.map(({ name }) => name))
    return learned.kind === 'learned'
      ? learned.result.notices.filter(({ code, data }) => isOfOneFile(code) && names.has(String(data?.['name'])))
      : []
  }, [learned, view.files])
  const choices = useMemo(() => labelChoices(samples), [samples])
  const sections = useSectionsOf(visible, learned.kind === 'learned' ? learned.result.template : undefined)
  const mergedInto = edited?.mergedInto
  const lit = useMemo(() => {
    const ids = new Set(edited ? idsWithin(edited.template.sections, pointed) : [])
    for (const [from, to] of mergedInto ?? []) if (ids.has(to)) ids.add(from)
    return ids
  }, [edited, mergedInto, pointed])
  const point = (section: string | undefined) =>
    setPointed(section === undefined ? undefined : (mergedInto?.get(section) ?? section))
  const changed = useMemo(() => placesBySample(view.last?.others ?? []), [view.last])

  const addSources = (sources: readonly SampleSource[]) => session.add(sources)
  const choose = async () => {
    if (!host.hasFileDialogs) {
      const files = await chooseFilesInPage(document, { accept: SAMPLE_FILES, isMultiple: true })
      if (files.length > 0) addSources(files)
      return
    }
    const chosen = await bridge.call('file.choose', { purpose: 'samples' })
    if (chosen.ok) addSources(chosen.value.files)
    else if (chosen.error.code !== 'cancelled') toast({ tone: 'bad', text: errorText(chosen.error) })
  }
  useCommands({ openFile: () => void choose(), saveNow: () => setIsSaving(edited !== undefined) })
  useUndoKeys(
    () => void session.undo(),
    () => void session.redo(),
  )

  const show = (place: PlaceInSample) => {
    const file = counted.find(({ sample }) => sample.sha256 === place.sample)
    if (file && !visible.includes(file)) session.show(file.file.key)
    setReveal({ sample: place.sample, paragraph: place.paragraph })
  }
  const goToUncertain = ({ sample }: CountedFile) => {
    const doubtful = sample.paragraphs.filter(isUncertain)
    const next = doubtful.find(({ index }) => index > visited) ?? doubtful[0]
    if (!next) return
    setVisited(next.index)
    show({ sample: sample.sha256, paragraph: next.index })
  }
  const scrollTo = (section: string) => {
    const wanted = edited ? idsWithin(edited.template.sections, section) : new Set<string>()
    for (const { sample } of visible) {
      const own = sections.get(sample.sha256)
      const first = sample.paragraphs.find(({ index }) => {
        const id = own?.get(index)
        return id !== undefined && wanted.has(mergedInto?.get(id) ?? id)
      })
      if (first) scrollToParagraph(sample.sha256, first.index)
    }
  }

  const failures = view.files.filter((file) => file.reading.kind === 'failed').length
  const warnings =
    failures + samples.flatMap(({ notices }) => notices.filter(({ severity }) => severity !== 'hint')).length
  const counts = single ? sampleCounts(single.sample) : undefined

  const paragraphs = (file: CountedFile, isNarrow: boolean) => (
    <div data-sample={file.sample.sha256}>
      <SampleParagraphs
        key={file.sample.sha256}
        sample={file.sample}
        label={vi.learning.document(file.file.name)}
        isNarrow={isNarrow}
        sections={sections.get(file.sample.sha256) ?? NO_SECTIONS}
        lit={lit}
        changed={changed.get(file.sample.sha256) ?? NO_PARAGRAPHS}
        reveal={reveal}
        choices={choices}
        onAnswer={(answer) => void session.answer(answer)}
        onPoint={point}
      />
    </div>
  )

  return (
    <DropZone className="screen" onFiles={addSources}>
      <header className="topbar">
        <IconButton label={vi.common.home} onClick={() => go({ screen: 'home' })}>
          <ArrowLeft className="icon" aria-hidden />
        </IconButton>
        <h1 className="topbar__title">{base ? vi.learning.titleOf(base.name) : vi.learning.title}</h1>
        {view.files.length > 0 ? (
          <span className="muted topbar__note">{vi.learning.summary(view.files.length, warnings)}</span>
        ) : null}
        <span className="topbar__space" />
        {canSideBySide ? (
          <Button
            icon={<Columns2 className="icon" aria-hidden />}
            aria-pressed={isSideBySide}
            onClick={() => setIsSideBySide(!isSideBySide)}
          >
            {vi.learning.sideBySide}
          </Button>
        ) : null}
        <IconButton
          label={vi.learning.undoKey}
          disabled={view.history.done.length === 0}
          onClick={() => void session.undo()}
        >
          <Undo2 className="icon" aria-hidden />
        </IconButton>
        <IconButton
          label={vi.learning.redoKey}
          disabled={view.history.undone.length === 0}
          onClick={() => void session.redo()}
        >
          <Redo2 className="icon" aria-hidden />
        </IconButton>
        <Button icon={<FilePlus2 className="icon" aria-hidden />} onClick={() => void choose()}>
          {vi.learning.add}
        </Button>
        {isCurrent ? (
          <Button kind="primary" onClick={() => askNewReport(saved.summary.id)}>
            {vi.learning.createReport}
          </Button>
        ) : (
          <Button
            kind="primary"
            icon={<Save className="icon" aria-hidden />}
            disabled={edited === undefined}
            onClick={() => setIsSaving(true)}
          >
            {vi.learning.save}
          </Button>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label={vi.learning.more} onPointerDown={() => void corrections.refresh()}>
              <Ellipsis className="icon" aria-hidden />
            </IconButton>
          }
          items={[
            { kind: 'label', label: vi.corrections.menu(corrections.count ?? 0) },
            {
              kind: 'action',
              label: vi.corrections.export,
              isDisabled: !corrections.count,
              onSelect: () => void corrections.exportAll(),
            },
            { kind: 'action', label: vi.corrections.import, onSelect: () => void corrections.importFile() },
          ]}
        />
      </header>
      {view.files.length === 0 ? (
        <main className="middle learning-empty">
          <Empty
            title={base ? vi.learning.extendTitle : vi.learning.noneTitle}
            actions={
              <Button kind="primary" onClick={() => void choose()}>
                {vi.learning.choose}
              </Button>
            }
          >
            {base ? vi.learning.extendWords(base.name, sampleCountOf(base)) : vi.learning.noneWords}
          </Empty>
        </main>
      ) : (
        <div className="columns">
          <SampleFiles
            files={view.files}
            shownKeys={new Set([view.shownKey ?? -1, ...visible.map(({ file }) => file.key)])}
            learnNotices={ofFiles}
            session={session}
          />
          <div className="middle learning-middle">
            <main className="learning-middle__scroll" aria-label={vi.learning.documents}>
              {isInColumns ? (
                <SampleColumns files={counted} shown={visible} onFirst={(key) => session.show(key)}>
                  {(file) => paragraphs(file, true)}
                </SampleColumns>
              ) : null}
              {!isInColumns && single ? paragraphs(single, false) : null}
              {!isInColumns && shown?.reading.kind === 'failed' ? (
                <Empty title={shown.name}>{errorText(shown.reading.error)}</Empty>
              ) : null}
              {!isInColumns && shown && shownTwin ? (
                <Empty title={shown.name}>{vi.learning.sameFileWords(shownTwin.name)}</Empty>
              ) : null}
              {!isInColumns && shown && (shown.reading.kind === 'waiting' || shown.reading.kind === 'reading') ? (
                <Empty title={shown.name}>
                  {shown.reading.kind === 'waiting' ? vi.learning.fileWaiting : vi.learning.fileReading}
                </Empty>
              ) : null}
            </main>
            <AnswerBar view={view} session={session} onReveal={show} />
          </div>
          <aside
            ref={templatePane}
            className="side side--right learning-template"
            aria-label={vi.learning.template}
            tabIndex={0}
          >
            <LearnedTemplate
              learned={learned}
              saidOfFiles={ofFiles}
              pane={templatePane}
              lit={lit}
              onPoint={point}
              onGo={scrollTo}
              onEdit={session.edit}
            />
          </aside>
        </div>
      )}
      <footer className="statusbar">
        {single && counts ? (
          <>
            <span>{vi.learning.paragraphs(single.sample.paragraphs.length, counts.clutter)}</span>
            {counts.uncertain > 0 ? (
              <>
                <span>{vi.learning.uncertain(counts.uncertain)}</span>
                <button type="button" className="link" onClick={() => goToUncertain(single)}>
                  {vi.learning.nextUncertain}
                </button>
              </>
            ) : null}
            <span className="statusbar__keys">{vi.learning.keys}</span>
          </>
        ) : (
          vi.home.onThisMachine
        )}
      </footer>
      {isSaving && edited ? (
        <SaveTemplateDialog
          template={edited.template}
          before={saved?.template ?? base}
          onClose={() => setIsSaving(false)}
          onSaved={(summary, template) => {
            setIsSaving(false)
            setSaved({ summary, template, from: edited.template })
          }}
        />
      ) : null}
      <UnsavedGuard isUnsaved={isUnsaved} title={vi.learning.leaveTitle} words={vi.learning.leaveWords} />
    </DropZone>
  )
}

interface SavedTemplate {
  readonly summary: TemplateSummary
  readonly template: Template
  readonly from: Template
}

const NO_SECTIONS: ReadonlyMap<number, string> = new Map()
const NO_PARAGRAPHS: ReadonlySet<number> = new Set()

/** Said beside the file, not beside the template. */
const isOfOneFile = (code: NoticeCode): boolean => code === 'learn.sameText' || code === 'learn.sameEvent'

/** SHA-256 of a sample → the section each of its paragraphs stands for. */
function useSectionsOf(
  files: readonly CountedFile[],
  template: Template | undefined,
): ReadonlyMap<string, ReadonlyMap<number, string>> {
  return useMemo(
    () => new Map(files.map(({ sample }) => [sample.sha256, sectionsOfParagraphs(sample, template?.sections ?? [])])),
    [files, template],
  )
}

function placesBySample(places: readonly PlaceInSample[]): ReadonlyMap<string, ReadonlySet<number>> {
  const bySample = new Map<string, Set<number>>()
  for (const { sample, paragraph } of places) {
    bySample.set(sample, (bySample.get(sample) ?? new Set()).add(paragraph))
  }
  return bySample
}

function scrollToParagraph(sha256: string, paragraph: number): void {
  document
    .querySelector(`[data-sample="${sha256}"] [data-row="${paragraph}"]`)
    ?.scrollIntoView({ block: 'start', behavior: 'instant' })
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, but where text is typed: there they belong to the text. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (isText || event.altKey || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) redo()
    else undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const sampleCountOf = ({ origin }: Template): number => (origin.kind === 'learned' ? origin.samples.length : 0)
