import { useState } from 'react'
import { APP_NAME, vi } from '../../text/vi'
import { Button } from '../../ui/button'
import '../screen.css'
import { ProfileForm } from '../settings/profile-form'
import { useWindow } from '../window-context'

/** The unit's particulars, asked once; may be left for later. */
export function FirstStartScreen() {
  const { settings, writeSettings } = useWindow()
  const [draft, setDraft] = useState(settings)
  const [isBusy, setIsBusy] = useState(false)
  const finish = async (next: typeof settings) => {
    setIsBusy(true)
    await writeSettings({ ...next, isSetUp: true })
    setIsBusy(false)
  }
  return (
    <div className="screen">
      <header className="topbar">
        <span className="app-name">{APP_NAME}</span>
      </header>
      <main className="middle">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            void finish(draft)
          }}
        >
          <div>
            <h1>{vi.firstStart.title}</h1>
            <p className="muted">{vi.firstStart.intro}</p>
          </div>
          <ProfileForm settings={draft} onChange={setDraft} />
          <div className="form__buttons">
            <Button type="submit" kind="primary" disabled={isBusy}>
              {vi.firstStart.start}
            </Button>
            <Button disabled={isBusy} onClick={() => void finish(settings)}>
              {vi.firstStart.skip}
            </Button>
          </div>
        </form>
      </main>
    </div>
  )
}
