/**
 * A recording stand-in for Electron: exactly the parts the program uses, each remembering what it was given. There is
 * no catch-all: a part that is missing here makes the program fail, so that no call goes unseen.
 */
import { EventEmitter } from 'node:events'

export interface FakeEvent {
  readonly defaultPrevented: boolean
  readonly preventDefault: () => void
}

/** The part of Node's emitter that Electron's objects are used for here. */
export class FakeEmitter {
  readonly emitter = new EventEmitter()
  on(name: string, listener: (...given: never[]) => void): this {
    this.emitter.on(name, listener as (...given: unknown[]) => void)
    return this
  }
  once(name: string, listener: (...given: never[]) => void): this {
    this.emitter.once(name, listener as (...given: unknown[]) => void)
    return this
  }
  removeAllListeners(name: string): this {
    this.emitter.removeAllListeners(name)
    return this
  }
  emit(name: string, ...given: unknown[]): boolean {
    return this.emitter.emit(name, ...given)
  }
  listenerCount(name: string): number {
    return this.emitter.listenerCount(name)
  }
  eventNames(): (string | symbol)[] {
    return this.emitter.eventNames()
  }
}

export type FakeElectron = ReturnType<typeof createFakeElectron>

export interface FakeSettings {
  readonly isFirstInstance?: boolean
}

/** An event a listener may prevent. */
export function fakeEvent<T extends object>(fields: T): T & FakeEvent {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

export function createFakeElectron({ isFirstInstance = true }: FakeSettings = {}) {
  const calls: unknown[][] = []
  const record = (...call: unknown[]) => void calls.push(call)

  class FakeWebContents extends FakeEmitter {
    readonly sent: unknown[][] = []
    reloads = 0
    openHandler: ((details: { url: string }) => { action: string }) | undefined
    send(...message: unknown[]): void {
      this.sent.push(message)
    }
    reload(): void {
      this.reloads += 1
    }
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
      this.openHandler = handler
    }
  }

  class FakeBrowserWindow extends FakeEmitter {
    static readonly all: FakeBrowserWindow[] = []
    static getAllWindows(): FakeBrowserWindow[] {
      return FakeBrowserWindow.all.filter((window) => !window.isGone)
    }
    readonly webContents = new FakeWebContents()
    readonly loaded: string[] = []
    readonly shown: string[] = []
    minimized = false
    isGone = false
    constructor(readonly options: Record<string, unknown>) {
      super()
      FakeBrowserWindow.all.push(this)
      app.emit('web-contents-created', fakeEvent({}), this.webContents)
    }
    loadURL(url: string): Promise<void> {
      this.loaded.push(url)
      this.emit('ready-to-show')
      return Promise.resolve()
    }
    show(): void {
      this.shown.push('show')
    }
    focus(): void {
      this.shown.push('focus')
    }
    restore(): void {
      this.minimized = false
      this.shown.push('restore')
    }
    isMinimized(): boolean {
      return this.minimized
    }
    isDestroyed(): boolean {
      return this.isGone
    }
    close(): void {
      const event = fakeEvent({})
      this.emit('close', event)
      if (event.defaultPrevented) return
      this.isGone = true
      this.emit('closed')
      if (FakeBrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed')
    }
  }

  class FakeApp extends FakeEmitter {
    readonly isPackaged = true
    readonly exitCodes: number[] = []
    hasQuit = false
    enableSandbox(): void {
      record('app.enableSandbox')
    }
    setPath(name: string, path: string): void {
      record('app.setPath', name, path)
    }
    getPath(name: string): string {
      return `/fake/${name}`
    }
    getVersion(): string {
      return '0.0.0'
    }
    requestSingleInstanceLock(): boolean {
      record('app.requestSingleInstanceLock')
      return isFirstInstance
    }
    whenReady(): Promise<void> {
      record('app.whenReady')
      return Promise.resolve()
    }
    quit(): void {
      for (const window of FakeBrowserWindow.getAllWindows()) window.close()
      if (FakeBrowserWindow.getAllWindows().length > 0) return
      const event = fakeEvent({})
      this.emit('will-quit', event)
      if (!event.defaultPrevented) this.hasQuit = true
    }
    exit(code: number): void {
      this.exitCodes.push(code)
      this.hasQuit = true
    }
  }

  class FakeSession {
    permissionRequest: ((contents: unknown, permission: string, decide: (granted: boolean) => void) => void) | undefined
    permissionCheck: ((contents: unknown, permission: string) => boolean) | undefined
    devicePermission: ((details: unknown) => boolean) | undefined
    displayMedia: ((request: unknown, decide: (streams: unknown) => void) => void) | undefined
    bluetoothPairing: ((details: unknown, decide: (answer: unknown) => void) => void) | undefined
    beforeRequest: ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | undefined
    spellChecker = true
    readonly webRequest = {
      onBeforeRequest: (listener: NonNullable<FakeSession['beforeRequest']>) => {
        this.beforeRequest = listener
      },
    }
    setPermissionRequestHandler(handler: NonNullable<FakeSession['permissionRequest']>): void {
      this.permissionRequest = handler
    }
    setPermissionCheckHandler(handler: NonNullable<FakeSession['permissionCheck']>): void {
      this.permissionCheck = handler
    }
    setDevicePermissionHandler(handler: NonNullable<FakeSession['devicePermission']>): void {
      this.devicePermission = handler
    }
    setDisplayMediaRequestHandler(handler: NonNullable<FakeSession['displayMedia']>): void {
      this.displayMedia = handler
    }
    setBluetoothPairingHandler(handler: NonNullable<FakeSession['bluetoothPairing']>): void {
      this.bluetoothPairing = handler
    }
    setSpellCheckerEnabled(isEnabled: boolean): void {
      this.spellChecker = isEnabled
    }
  }

  type InvokeHandler = (event: unknown, ...inputs: unknown[]) => Promise<unknown>

  class FakeIpcMain extends FakeEmitter {
    readonly handlers = new Map<string, InvokeHandler>()
    handle(channel: string, handler: InvokeHandler): void {
      if (this.handlers.has(channel)) throw new Error(`second handler for ${channel}`)
      this.handlers.set(channel, handler)
    }
  }

  const dialog = {
    /** What the officer will answer; each is used once. */
    answers: { open: [] as unknown[], save: [] as unknown[], message: [] as number[] },
    asked: [] as { kind: string; options: Record<string, unknown> }[],
    errors: [] as string[][],
    showOpenDialog: (...given: unknown[]) => {
      dialog.asked.push({ kind: 'open', options: given.at(-1) as Record<string, unknown> })
      return Promise.resolve(dialog.answers.open.shift())
    },
    showSaveDialog: (...given: unknown[]) => {
      dialog.asked.push({ kind: 'save', options: given.at(-1) as Record<string, unknown> })
      return Promise.resolve(dialog.answers.save.shift())
    },
    showMessageBox: (...given: unknown[]) => {
      dialog.asked.push({ kind: 'message', options: given.at(-1) as Record<string, unknown> })
      return Promise.resolve({ response: dialog.answers.message.shift() ?? 1 })
    },
    showErrorBox: (...box: string[]) => void dialog.errors.push(box),
  }

  const protocol = {
    schemes: [] as unknown[],
    handlers: new Map<string, (request: Request) => Promise<Response>>(),
    registerSchemesAsPrivileged: (schemes: unknown[]) => void protocol.schemes.push(...schemes),
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void protocol.handlers.set(scheme, handler),
  }

  const Menu = {
    template: undefined as FakeMenuItem[] | undefined,
    buildFromTemplate: (template: FakeMenuItem[]) => template,
    setApplicationMenu: (template: FakeMenuItem[]) => {
      Menu.template = template
    },
  }

  const shell = {
    opened: [] as string[],
    openExternal: (url: string) => {
      shell.opened.push(url)
      return Promise.resolve()
    },
    openPath: (path: string) => {
      record('shell.openPath', path)
      return Promise.resolve('')
    },
  }

  const app = new FakeApp()
  const session = { defaultSession: new FakeSession() }
  return {
    modules: {
      app,
      BrowserWindow: FakeBrowserWindow,
      dialog,
      ipcMain: new FakeIpcMain(),
      Menu,
      protocol,
      session,
      shell,
    },
    newSession: () => new FakeSession(),
    newWebContents: () => new FakeWebContents(),
    calls,
  }
}

export interface FakeMenuItem {
  readonly label?: string
  readonly id?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly submenu?: readonly FakeMenuItem[]
  readonly click?: () => void
}
