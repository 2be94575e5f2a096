/** The window: connects to its host, keeps settings and route, shows one screen at a time. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { HostDescription } from '../contract/channels'
import type { Notice } from '../core/notice'
import type { Result } from '../core/result'
import type { Settings } from '../core/settings/settings'
import type { Bridge, Connection, WindowError } from './bridge'
import { chooseFilesInPage, REPORT_FILES } from './screens/choose-files'
import { createCommandBus } from './screens/command-bus'
import { ConnectionBanner } from './screens/connection-banner'
import { FaultBoundary } from './screens/fault-boundary'
import { FirstStartScreen } from './screens/first-start/first-start-screen'
import { HomeScreen } from './screens/home/home-screen'
import { NewReportDialog } from './screens/home/new-report-dialog'
import { ExtendScreen } from './screens/learning/extend-screen'
import { LearningScreen } from './screens/learning/learning-screen'
import { Notice as FullPageNotice } from './screens/full-page-notice'
import { hashToRoute, routeToHash, type Route } from './screens/route'
import { SettingsScreen } from './screens/settings/settings-screen'
import { commandOf } from './screens/shortcuts'
import { useCommands, useWindow, WindowProvider, type WindowContextValue } from './screens/window-context'
import { WritingScreen } from './screens/writing/writing-screen'
import { errorText } from './text/errors'
import { vi } from './text/vi'
import { ToastProvider, useToast } from './ui/toast'
import { TooltipProvider } from './ui/tooltip'

type Start =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'refused'; readonly error: WindowError }
  | { readonly kind: 'ready'; readonly bridge: Bridge; readonly host: HostDescription; readonly settings: Settings }

/** `connecting` is begun once outside of React: the code in the address is good for one use. */
export function App({ connecting }: { readonly connecting: Promise<Result<Bridge, WindowError>> }) {
  const [start, setStart] = useState<Start>({ kind: 'connecting' })
  useEffect(() => {
    let isCurrent = true
    void begin(connecting).then((next) => {
      if (isCurrent) setStart(next)
    })
    return () => {
      isCurrent = false
    }
  }, [connecting])

  switch (start.kind) {
    case 'connecting':
      return null
    case 'refused':
      return start.error.code === 'host.unauthorised' ? (
        <FullPageNotice title={vi.closed.title} words={[vi.closed.words, vi.closed.whatToDo]} />
      ) : (
        <FullPageNotice title={vi.crashed.title} words={[errorText(start.error)]} canReload />
      )
    case 'ready':
      return (
        <TooltipProvider delayDuration={400}>
          <ToastProvider closeLabel={vi.common.close} regionLabel={vi.common.messages}>
            <AppWindow bridge={start.bridge} host={start.host} firstSettings={start.settings} />
          </ToastProvider>
        </TooltipProvider>
      )
  }
}

async function begin(connecting: Promise<Result<Bridge, WindowError>>): Promise<Start> {
  const bridge = await connecting
  if (!bridge.ok) return { kind: 'refused', error: bridge.error }
  const { call } = bridge.value
  const [host, settings] = await Promise.all([call('host.describe', {}), call('settings.read', {})])
  if (!host.ok) return { kind: 'refused', error: host.error }
  if (!settings.ok) return { kind: 'refused', error: settings.error }
  return { kind: 'ready', bridge: bridge.value, host: host.value, settings: settings.value }
}

interface AppWindowProps {
  readonly bridge: Bridge
  readonly host: HostDescription
  readonly firstSettings: Settings
}

function AppWindow({ bridge, host, firstSettings }: AppWindowProps) {
  const toast = useToast()
  const [settings, setSettings] = useState(firstSettings)
  const [connection, setConnection] = useState<Connection>('here')
  const [newReport, setNewReport] = useState<{ readonly templateId: string | undefined }>()
  const { route, go, setLeaveGuard } = useRoute()
  const commands = useCommandSource(bridge, host)
  const setClosingCheck = useClosingAnswer(bridge)
  const noticesOf = useRef(new Map<string, readonly Notice[]>())

  useEffect(() => bridge.onConnection(setConnection), [bridge])
  useTheme(settings.theme)

  const writeSettings = useCallback(
    async (next: Settings) => {
      const written = await bridge.call('settings.write', { settings: next })
      if (written.ok) setSettings(written.value)
      else toast({ tone: 'bad', text: errorText(written.error) })
      return written.ok
    },
    [bridge, toast],
  )

  const takeNotices = useCallback((id: string) => {
    const notices = noticesOf.current.get(id) ?? []
    noticesOf.current.delete(id)
    return notices
  }, [])

  const openFile = useCallback(
    async (file: File | undefined) => {
      const chosen = file ? await bridge.upload(file) : await chooseReport(bridge, host)
      if (!chosen) return
      const imported = chosen.ok ? await bridge.call('report.import', { file: chosen.value }) : chosen
      if (!imported.ok) {
        if (imported.error.code !== 'cancelled') toast({ tone: 'bad', text: errorText(imported.error) })
        return
      }
      noticesOf.current.set(imported.value.id, imported.value.notices)
      toast({ tone: 'good', text: vi.home.imported })
      go({ screen: 'writing', id: imported.value.id })
    },
    [bridge, host, toast, go],
  )

  const value = useMemo<WindowContextValue>(
    () => ({
      bridge,
      host,
      connection,
      settings,
      writeSettings,
      go,
      setLeaveGuard,
      setClosingCheck,
      commands,
      askNewReport: (templateId) => setNewReport({ templateId }),
      openFile: () => void openFile(undefined),
      importFile: (file) => void openFile(file),
      takeNotices,
    }),
    [
      bridge,
      host,
      connection,
      settings,
      writeSettings,
      go,
      setLeaveGuard,
      setClosingCheck,
      commands,
      takeNotices,
      openFile,
    ],
  )

  return (
    <WindowProvider value={value}>
      <ConnectionBanner isWriting={route.screen === 'writing'} />
      <FaultBoundary key={routeToHash(route)} call={bridge.call}>
        {settings.isSetUp ? <Screen route={route} /> : <FirstStartScreen />}
      </FaultBoundary>
      {settings.isSetUp ? <AppCommands /> : null}
      {newReport ? <NewReportDialog templateId={newReport.templateId} onClose={() => setNewReport(undefined)} /> : null}
    </WindowProvider>
  )
}

function Screen({ route }: { readonly route: Route }): ReactNode {
  switch (route.screen) {
    case 'home':
      return <HomeScreen list="reports" />
    case 'templates':
      return <HomeScreen list="templates" />
    case 'learning':
      return route.templateId === undefined ? <LearningScreen /> : <ExtendScreen templateId={route.templateId} />
    case 'settings':
      return <SettingsScreen />
    case 'writing':
      return <WritingScreen key={route.id} id={route.id} />
  }
}

/** Commands that work on every screen. */
function AppCommands() {
  const { go, askNewReport, openFile } = useWindow()
  useCommands(
    {
      newReport: () => askNewReport(),
      openFile,
      learnTemplate: () => go({ screen: 'learning' }),
      showHome: () => go({ screen: 'home' }),
      showSettings: () => go({ screen: 'settings' }),
      showIncidents: () => go({ screen: 'settings' }),
    },
    'window',
  )
  return null
}

/** The route follows the address and the address the route; a screen that refuses to be left keeps both. */
function useRoute() {
  const [route, setRoute] = useState(() => hashToRoute(window.location.hash))
  const guard = useRef<(() => Promise<boolean>) | undefined>(undefined)
  const current = useRef(routeToHash(route))

  const go = useCallback((next: Route) => {
    const hash = routeToHash(next)
    void (async () => {
      if (hash === current.current) return
      if (guard.current && !(await guard.current())) {
        window.history.replaceState(null, '', current.current)
        return
      }
      current.current = hash
      if (window.location.hash !== hash) window.history.pushState(null, '', hash)
      setRoute(next)
    })()
  }, [])
  const setLeaveGuard = useCallback((next: (() => Promise<boolean>) | undefined) => {
    guard.current = next
  }, [])

  useEffect(() => {
    const follow = () => go(hashToRoute(window.location.hash))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [go])

  return { route, go, setLeaveGuard }
}

/** A host that is about to close the window is told whether the screen has anything that is not on disk. */
function useClosingAnswer(bridge: Bridge) {
  const check = useRef<(() => Promise<boolean>) | undefined>(undefined)
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type !== 'host.closing') return
        void (async () => {
          const isSaved = (await check.current?.()) ?? true
          await bridge.call('host.readyToClose', { isSaved })
        })()
      }),
    [bridge],
  )
  return useCallback((next: (() => Promise<boolean>) | undefined) => {
    check.current = next
  }, [])
}

/** Commands come from the native menu where there is one, else from the keyboard. */
function useCommandSource(bridge: Bridge, host: HostDescription) {
  const [commands] = useState(createCommandBus)
  useEffect(() => {
    const stop = bridge.onEvent((event) => {
      if (event.type === 'menu.command') commands.tell(event.command)
    })
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (!command) return
      event.preventDefault()
      commands.tell(command)
    }
    if (!host.hasNativeMenu) window.addEventListener('keydown', press)
    return () => {
      stop()
      window.removeEventListener('keydown', press)
    }
  }, [bridge, host, commands])
  return commands
}

function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}

async function chooseReport(bridge: Bridge, host: HostDescription) {
  if (host.hasFileDialogs) {
    const chosen = await bridge.call('file.choose', { purpose: 'report' })
    if (!chosen.ok) return chosen
    const [file] = chosen.value.files
    return file ? ({ ok: true, value: file } as const) : undefined
  }
  const [file] = await chooseFilesInPage(document, { accept: REPORT_FILES, isMultiple: false })
  return file ? bridge.upload(file) : undefined
}
