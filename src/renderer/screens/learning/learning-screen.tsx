import { ArrowLeft, FilePlus2, Save } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { TemplateSummary } from '../../../contract/channels'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { Button, IconButton } from '../../ui/button'
import { DropZone } from '../../ui/drop-zone'
import { Empty } from '../../ui/empty'
import { useToast } from '../../ui/toast'
import { chooseFilesInPage, SAMPLE_FILES } from '../choose-files'
import '../screen.css'
import { UnsavedGuard } from '../unsaved-guard'
import { useCommands, useWindow } from '../window-context'
import './learning-screen.css'
import { correctedSample, isUncertain, readSamples, sampleCounts } from './learning-state'
import { SampleFiles } from './sample-files'
import { SampleParagraphs, focusParagraph } from './sample-paragraphs'
import { SaveTemplateDialog } from './save-template-dialog'
import { LearnedTemplate } from './learned-template'
import { useLearnedTemplate } from './use-learned-template'
import { useSampleReading } from './use-sample-reading'

/** Samples at the left, their labelled paragraphs in the middle, the template that follows from them at the right. */
export function LearningScreen() {
  const { bridge, host, go, askNewReport } = useWindow()
  const toast = useToast()
  const { state, dispatch, add, stop, resume } = useSampleReading(bridge)
  const samples = useMemo(() => readSamples(state), [state])
  const learned = useLearnedTemplate(bridge, samples, vi.learning.defaultName)
  const [isSaving, setIsSaving] = useState(false)
  /** The template as it stands on disk; `isCurrent` until a sample or a label changes. */
  const [saved, setSaved] = useState<{ readonly summary: TemplateSummary; readonly isCurrent: boolean }>()
  const [visited, setVisited] = useState(-1)

  const shown = state.files.find((file) => file.key === state.shownKey)
  const sample = shown ? correctedSample(shown) : undefined
  const counts = sample ? sampleCounts(sample) : undefined
  const isUnsaved = samples.length > 0 && saved?.isCurrent !== true

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
  const samplesChanged = () => setSaved((before) => before && { ...before, isCurrent: false })
  const addSources: typeof add = (sources) => {
    samplesChanged()
    add(sources)
  }
  useCommands({ openFile: () => void choose(), saveNow: () => setIsSaving(learned.kind === 'learned') })

  const failures = state.files.filter((file) => file.reading.kind === 'failed').length
  const warnings =
    failures + samples.flatMap(({ notices }) => notices.filter(({ severity }) => severity !== 'hint')).length

  const goToUncertain = ({ paragraphs }: SegmentedSample) => {
    const doubtful = paragraphs.filter(isUncertain)
    const next = doubtful.find(({ index }) => index > visited) ?? doubtful[0]
    if (!next) return
    setVisited(next.index)
    focusParagraph(next.index)
  }

  return (
    <DropZone className="screen" onFiles={addSources}>
      <header className="topbar">
        <IconButton label={vi.common.home} onClick={() => go({ screen: 'home' })}>
          <ArrowLeft className="icon" aria-hidden />
        </IconButton>
        <h1 className="topbar__title">{vi.learning.title}</h1>
        {state.files.length > 0 ? (
          <span className="muted">{vi.learning.summary(state.files.length, warnings)}</span>
        ) : null}
        <span className="topbar__space" />
        <Button icon={<FilePlus2 className="icon" aria-hidden />} onClick={() => void choose()}>
          {vi.learning.add}
        </Button>
        {saved?.isCurrent ? (
          <Button kind="primary" onClick={() => askNewReport(saved.summary.id)}>
            {vi.learning.createReport}
          </Button>
        ) : (
          <Button
            kind="primary"
            icon={<Save className="icon" aria-hidden />}
            disabled={learned.kind !== 'learned'}
            onClick={() => setIsSaving(true)}
          >
            {vi.learning.save}
          </Button>
        )}
      </header>
      {state.files.length === 0 ? (
        <main className="middle learning-empty">
          <Empty
            title={vi.learning.noneTitle}
            actions={
              <Button kind="primary" onClick={() => void choose()}>
                {vi.learning.choose}
              </Button>
            }
          >
            {vi.learning.noneWords}
          </Empty>
        </main>
      ) : (
        <div className="columns">
          <SampleFiles
            files={state.files}
            shownKey={state.shownKey}
            onShow={(key) => dispatch({ type: 'shown', key })}
            onRemove={(key) => {
              // Without its last sample the next template is another one.
              if (state.files.length === 1) setSaved(undefined)
              else samplesChanged()
              dispatch({ type: 'removed', key })
            }}
            onStop={stop}
            onResume={resume}
          />
          <main className="middle" aria-label={vi.learning.document}>
            {shown?.reading.kind === 'failed' ? (
              <Empty title={shown.name}>{errorText(shown.reading.error)}</Empty>
            ) : null}
            {shown && sample ? (
              <SampleParagraphs
                sample={sample}
                onCorrect={(paragraph, label) => {
                  samplesChanged()
                  dispatch({ type: 'corrected', key: shown.key, paragraph, label })
                }}
              />
            ) : null}
          </main>
          {/* It scrolls and holds nothing to focus, so the keyboard needs a hold on itself. */}
          <aside className="side side--right learning-template" aria-label={vi.learning.template} tabIndex={0}>
            <LearnedTemplate learned={learned} />
          </aside>
        </div>
      )}
      <footer className="statusbar">
        {sample && counts ? (
          <>
            <span>{vi.learning.paragraphs(sample.paragraphs.length, counts.clutter)}</span>
            {counts.uncertain > 0 ? (
              <>
                <span>{vi.learning.uncertain(counts.uncertain)}</span>
                <button type="button" className="link" onClick={() => goToUncertain(sample)}>
                  {vi.learning.nextUncertain}
                </button>
              </>
            ) : null}
          </>
        ) : (
          vi.home.onThisMachine
        )}
      </footer>
      {isSaving && learned.kind === 'learned' ? (
        <SaveTemplateDialog
          template={learned.result.template}
          saved={saved?.summary}
          onClose={() => setIsSaving(false)}
          onSaved={(summary) => {
            setIsSaving(false)
            setSaved({ summary, isCurrent: true })
          }}
        />
      ) : null}
      <UnsavedGuard isUnsaved={isUnsaved} title={vi.learning.leaveTitle} words={vi.learning.leaveWords} />
    </DropZone>
  )
}
