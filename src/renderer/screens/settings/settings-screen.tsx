import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { Settings } from '../../../core/settings/settings'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { Button, IconButton } from '../../ui/button'
import { Field, TextArea } from '../../ui/field'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { useToast } from '../../ui/toast'
import '../screen.css'
import { UnsavedGuard } from '../unsaved-guard'
import { useCommands, useWindow } from '../window-context'
import { LearnedCorrections } from './learned-corrections'
import { ProfileForm } from './profile-form'

/** The unit, the look, the incident log. */
export function SettingsScreen() {
  const { host, settings, writeSettings, go } = useWindow()
  const toast = useToast()
  const [draft, setDraft] = useState(settings)
  const [isBusy, setIsBusy] = useState(false)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings)

  const save = async (next: Settings) => {
    setIsBusy(true)
    const isWritten = await writeSettings(next)
    setIsBusy(false)
    if (isWritten) toast({ tone: 'good', text: vi.settings.saved })
  }
  /** A choice of look takes hold at once; what is typed waits for the button. */
  const saveLook = (look: Pick<Settings, 'theme'> | Pick<Settings, 'isGuidanceShown'>) => {
    setDraft({ ...draft, ...look })
    void writeSettings({ ...settings, ...look })
  }
  useCommands({ saveNow: () => void save(draft) })

  return (
    <div className="screen">
      <header className="topbar">
        <IconButton label={vi.common.home} onClick={() => go({ screen: 'home' })}>
          <ArrowLeft className="icon" aria-hidden />
        </IconButton>
        <h1>{vi.settings.title}</h1>
        <span className="topbar__space" />
        {isChanged ? <span className="muted">{vi.settings.notSaved}</span> : null}
        <Button kind="primary" disabled={!isChanged || isBusy} onClick={() => void save(draft)}>
          {vi.common.save}
        </Button>
      </header>
      <main className="middle">
        <div className="form">
          <fieldset className="form__group">
            <legend className="visually-hidden">{vi.settings.display}</legend>
            <h2 className="form__title">{vi.settings.display}</h2>
            <Field label={vi.settings.theme}>
              {(ids) => (
                <Select
                  {...ids}
                  value={draft.theme}
                  options={[
                    { value: 'system', label: vi.settings.themeSystem },
                    { value: 'light', label: vi.settings.themeLight },
                    { value: 'dark', label: vi.settings.themeDark },
                  ]}
                  onChoose={(theme) => saveLook({ theme })}
                />
              )}
            </Field>
            <Switch
              label={vi.settings.guidance}
              isOn={draft.isGuidanceShown}
              onChange={(isGuidanceShown) => saveLook({ isGuidanceShown })}
            />
          </fieldset>
          <ProfileForm settings={draft} onChange={setDraft} />
          <LearnedCorrections />
          <IncidentLog />
          <p className="muted small">{vi.settings.about(host.appVersion)}</p>
        </div>
      </main>
      <UnsavedGuard isUnsaved={isChanged} title={vi.settings.leaveTitle} words={vi.settings.leaveWords} />
    </div>
  )
}

/** The log is read only when asked for, and may be copied. */
function IncidentLog() {
  const { bridge } = useWindow()
  const toast = useToast()
  const [text, setText] = useState<string>()
  const read = async () => {
    const log = await bridge.call('host.readIncidents', {})
    if (log.ok) setText(log.value.text)
    else toast({ tone: 'bad', text: errorText(log.error) })
  }
  const copy = async (words: string) => {
    try {
      await navigator.clipboard.writeText(words)
      toast({ tone: 'good', text: vi.settings.copied })
    } catch {
      toast({ tone: 'bad', text: vi.settings.notCopied })
    }
  }
  return (
    <section className="form__group" aria-label={vi.settings.incidents}>
      <h2 className="form__title">{vi.settings.incidents}</h2>
      <p className="muted">{vi.settings.incidentsWords}</p>
      {text === undefined ? null : text === '' ? (
        <p>{vi.settings.noIncidents}</p>
      ) : (
        <TextArea aria-label={vi.settings.incidents} readOnly rows={8} value={text} />
      )}
      <div className="form__buttons">
        <Button onClick={() => void read()}>{vi.settings.showIncidents}</Button>
        {text ? <Button onClick={() => void copy(text)}>{vi.settings.copyIncidents}</Button> : null}
      </div>
    </section>
  )
}
