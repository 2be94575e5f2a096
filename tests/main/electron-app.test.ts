import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { channels, type FileRef } from '../../src/contract/channels'
import { MENU_COMMANDS } from '../../src/contract/events'
import { loadBuiltMain, outFolder } from '../support/built-program'
import { fakeEvent, type FakeMenuItem } from '../support/fake-electron'
import { allChannels } from '../support/stub-services'
import { useFakeElectron } from '../support/with-fake-electron'

// One start of the built program; the tests go through it in the order of its life, from start to end.
const fake = useFakeElectron()
const { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } = fake.modules
const window = () => BrowserWindow.all[0]!

let dataFolder: string

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'electron-app-'))
  process.env['TONG_KET_DATA_DIR'] = dataFolder
  await loadBuiltMain()
  await vi.waitFor(() => expect(BrowserWindow.all[0]?.loaded).toHaveLength(1), { timeout: 10_000 })
}, 180_000)

beforeEach(() => {
  dialog.asked.length = 0
  shell.opened.length = 0
  window().webContents.sent.length = 0
})

const ownFrame = { url: 'app://tong-ket/', parent: null }
const invoke = async (envelope: unknown, senderFrame: unknown = ownFrame) =>
  await ipcMain.handlers.get('call')!({ senderFrame }, envelope)
const call = async (channel: unknown, input: unknown) =>
  JSON.parse(String(await invoke(JSON.stringify({ channel, input })))) as unknown

describe('the start', () => {
  it('turns the sandbox on before anything opens', () => {
    expect(fake.calls.map(([name]) => name)).toEqual([
      'app.enableSandbox',
      'app.setPath',
      'app.requestSingleInstanceLock',
      'app.whenReady',
    ])
  })

  it('keeps Chromium’s files beside the data, on this machine', () => {
    expect(fake.calls).toContainEqual(['app.setPath', 'userData', join(dataFolder, 'electron')])
  })

  it('gives its one scheme an origin of its own, and no way around the policy', () => {
    expect(protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    expect([...protocol.handlers.keys()]).toEqual(['app'])
  })

  it('opens one window on its own page, locked down', () => {
    expect(BrowserWindow.all).toHaveLength(1)
    expect(window().loaded).toEqual(['app://tong-ket/'])
    expect(window().shown).toEqual(['show'])
    expect(window().options['webPreferences']).toEqual({
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('comes to the front when it is started a second time', () => {
    window().minimized = true
    window().shown.length = 0
    app.emit('second-instance')
    expect(window().shown).toEqual(['restore', 'show', 'focus'])
    expect(BrowserWindow.all).toHaveLength(1)
  })
})

describe('calls', () => {
  it('come over one channel, and nothing else listens', () => {
    expect([...ipcMain.handlers.keys()]).toEqual(['call'])
    expect(ipcMain.eventNames()).toEqual([])
  })

  it('are served', async () => {
    expect(await call('host.describe', {})).toMatchObject({
      ok: true,
      value: { kind: 'electron', hasFileDialogs: true, hasNativeMenu: true },
    })
  })

  const badSenders: readonly (readonly [string, unknown])[] = [
    ['a frame that is gone', null],
    ['a page of the web', { url: 'https://evil.example/', parent: null }],
    ['a page whose address only begins like ours', { url: 'app://tong-ket.evil.example/', parent: null }],
    ['our address behind a name', { url: 'app://tong-ket@evil.example/', parent: null }],
    ['a file', { url: 'file:///tmp/index.html', parent: null }],
    ['a frame inside our page', { url: 'app://tong-ket/', parent: ownFrame }],
    ['an empty page', { url: 'about:blank', parent: null }],
  ]

  it.each(allChannels)('to %s are refused from everybody else', async (channel) => {
    for (const [name, sender] of badSenders) {
      await expect(invoke(JSON.stringify({ channel, input: {} }), sender), name).rejects.toThrow('refused')
    }
  })

  it.each([
    [undefined],
    [null],
    [5],
    [''],
    ['{'],
    ['null'],
    ['5'],
    [{ channel: 'host.describe', input: {} }],
    [['host.describe']],
  ])('that are no text of JSON are no calls: %j', async (envelope) => {
    const answer = JSON.parse(String(await invoke(envelope))) as unknown
    expect(answer).toEqual({ ok: false, error: { code: 'call.badInput', channel: '', detail: 'not a call' } })
  })

  it('reach no name outside the table', async () => {
    for (const channel of ['toString', '__proto__', 'report', '']) {
      expect(await call(channel, {})).toEqual({ ok: false, error: { code: 'call.unknown', channel } })
    }
  })
})

describe('the menu', () => {
  const items = (): readonly FakeMenuItem[] => Menu.template!.flatMap(({ submenu }) => submenu ?? [])

  it('stands in Vietnamese, with Word’s shortcuts', () => {
    const shown = Menu.template!.map(({ label, submenu }) => [
      label,
      submenu!.map((item) =>
        item.type === 'separator'
          ? '—'
          : [item.label, item.accelerator, item.id ?? item.role].filter(Boolean).join(' · '),
      ),
    ])
    expect(shown).toEqual([
      [
        '&Tệp',
        [
          'Báo cáo mới… · CmdOrCtrl+N · newReport',
          'Mở… · CmdOrCtrl+O · openFile',
          'Học mẫu từ tài liệu… · learnTemplate',
          '—',
          'Lưu ngay · CmdOrCtrl+S · saveNow',
          'Xuất Word… · F12 · exportDocx',
          'Xuất trang HTML… · exportHtml',
          'Gửi cho đồng nghiệp… · exportExchangeFile',
          '—',
          'Trang đầu · showHome',
          'Thiết lập · CmdOrCtrl+, · showSettings',
          '—',
          'Thoát · quit',
        ],
      ],
      [
        '&Sửa',
        [
          'Hoàn tác · CmdOrCtrl+Z · undo',
          'Làm lại · CmdOrCtrl+Y · redo',
          '—',
          'Cắt · CmdOrCtrl+X · cut',
          'Sao chép · CmdOrCtrl+C · copy',
          'Dán · CmdOrCtrl+V · paste',
          'Dán chỉ lấy chữ · CmdOrCtrl+Shift+V · pasteAndMatchStyle',
          'Chọn tất cả · CmdOrCtrl+A · selectAll',
        ],
      ],
      [
        '&Định dạng',
        ['Đậm · CmdOrCtrl+B · bold', 'Nghiêng · CmdOrCtrl+I · italic', 'Gạch chân · CmdOrCtrl+U · underline'],
      ],
      [
        '&Xem',
        ['Phóng to · zoomIn', 'Thu nhỏ · zoomOut', 'Cỡ thường · resetZoom', '—', 'Toàn màn hình · togglefullscreen'],
      ],
      ['Trợ &giúp', ['Nhật ký sự cố · showIncidents', 'Giới thiệu Tổng Kết · about']],
    ])
  })

  it.each(MENU_COMMANDS)('sends %s to the window', (command) => {
    const found = items().filter(({ id }) => id === command)
    expect(found).toHaveLength(1)
    found[0]!.click!()
    expect(window().webContents.sent).toEqual([['event', { type: 'menu.command', command }]])
  })

  it('leaves the keys that the editor answers to the editor, and takes the others', () => {
    const left = items().filter((item) => item.registerAccelerator === false)
    expect(left.map(({ id }) => id)).toEqual(['undo', 'redo', 'bold', 'italic', 'underline'])
  })

  it('takes no key twice', () => {
    const keys = items().flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('file dialogs', () => {
  const aReport = async () => {
    const templates = (await call('template.list', {})) as { value: { templates: { id: string; kind: string }[] } }
    const template = templates.value.templates.find(({ kind }) => kind === 'formalReport')!
    const period = { kind: 'year', year: 2026 }
    const created = (await call('report.create', { templateId: template.id, layout: 'party', period })) as {
      value: { id: string }
    }
    return created.value.id
  }

  it('choose samples, and the window learns names and no path', async () => {
    const path = join(dataFolder, 'Bản tin.txt')
    await writeFile(path, 'Sáng ngày 05/01/2026, hội nghị tổng kết đã diễn ra.')
    dialog.answers.open.push({ canceled: false, filePaths: [path] })
    const answer = (await call('file.choose', { purpose: 'samples' })) as { value: { files: FileRef[] } }
    expect(answer).toMatchObject({ ok: true, value: { files: [{ name: 'Bản tin.txt' }] } })
    expect(JSON.stringify(answer)).not.toContain(dataFolder)
    expect(dialog.asked[0]?.options).toMatchObject({
      title: 'Chọn văn bản mẫu',
      properties: ['openFile', 'multiSelections'],
    })
    const segmented = await call('sample.segment', { file: answer.value.files[0] })
    expect(channels['sample.segment'].output.safeParse((segmented as { value: unknown }).value).success).toBe(true)
  })

  it('choose one report file', async () => {
    dialog.answers.open.push({ canceled: true, filePaths: [] })
    expect(await call('file.choose', { purpose: 'report' })).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(dialog.asked[0]?.options).toMatchObject({
      properties: ['openFile'],
      filters: [{ extensions: ['tongket', 'docx', 'docm', 'doc', 'pdf', 'html', 'htm', 'txt'] }],
    })
  })

  it('say so when what was chosen has gone', async () => {
    dialog.answers.open.push({ canceled: false, filePaths: [join(dataFolder, 'gone.txt')] })
    expect(await call('file.choose', { purpose: 'samples' })).toEqual({
      ok: false,
      error: { code: 'file.notFound', name: 'gone.txt' },
    })
  })

  it('know no file by an id that was never given', async () => {
    const file = { id: '../../etc/passwd', name: 'a.txt', size: 1 }
    expect(await call('sample.segment', { file })).toEqual({ ok: false, error: { code: 'file.gone', name: 'a.txt' } })
  })

  it.each([
    ['tongket', 'Báo cáo Tổng Kết'],
    ['docx', 'Tài liệu Word'],
    ['html', 'Trang HTML'],
  ])('write an exported %s where the officer says, and there only', async (to, kind) => {
    const id = await aReport()
    const folder = await mkdtemp(join(tmpdir(), 'export-'))
    const filePath = join(folder, `báo cáo.${to}`)
    dialog.answers.save.push({ canceled: false, filePath })
    expect(await call('report.export', { id, to, isDraft: true })).toEqual({
      ok: true,
      value: { kind: 'written', name: `báo cáo.${to}` },
    })
    expect(dialog.asked[0]).toMatchObject({ kind: 'save', options: { filters: [{ name: kind, extensions: [to] }] } })
    expect(await readdir(folder)).toEqual([`báo cáo.${to}`])
    expect((await readFile(filePath)).length).toBeGreaterThan(100)
  })

  it('write nothing when the officer thinks better of it', async () => {
    const id = await aReport()
    dialog.answers.save.push({ canceled: true, filePath: '' })
    expect(await call('report.export', { id, to: 'html', isDraft: true })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    })
  })

  it('say which file could not be written', async () => {
    const id = await aReport()
    dialog.answers.save.push({ canceled: false, filePath: join(dataFolder, 'no', 'such', 'folder', 'a.html') })
    expect(await call('report.export', { id, to: 'html', isDraft: true })).toMatchObject({
      ok: false,
      error: { name: 'a.html' },
    })
  })
})

describe('permissions', () => {
  const names = [
    'ar',
    'automatic-fullscreen',
    'background-fetch',
    'background-sync',
    'captured-surface-control',
    'clipboard-read',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'geolocation-approximate',
    'hand-tracking',
    'hid',
    'idle-detection',
    'keyboardLock',
    'local-fonts',
    'local-network',
    'local-network-access',
    'loopback-network',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'nfc',
    'notifications',
    'openExternal',
    'payment-handler',
    'periodic-background-sync',
    'persistent-storage',
    'pointerLock',
    'screen-wake-lock',
    'sensors',
    'serial',
    'smart-card',
    'speaker-selection',
    'storage-access',
    'system-wake-lock',
    'top-level-storage-access',
    'usb',
    'vr',
    'web-app-installation',
    'web-printing',
    'window-management',
    'unknown',
    'one-of-next-year',
  ]
  const everySession = () => {
    const later = fake.newSession()
    app.emit('session-created', later)
    return [session.defaultSession, later]
  }

  it.each(names)('refuse %s, asked or looked up, in every session', (permission) => {
    for (const guarded of everySession()) {
      const granted: boolean[] = []
      guarded.permissionRequest!({}, permission, (is) => granted.push(is))
      granted.push(guarded.permissionCheck!({}, permission))
      expect(granted).toEqual([false, false])
    }
  })

  it('let the page put text on the clipboard', () => {
    expect(session.defaultSession.permissionCheck!({}, 'clipboard-sanitized-write')).toBe(true)
  })

  it('refuse every device, screen and pairing, and fetch no dictionaries', () => {
    for (const guarded of everySession()) {
      const answers: unknown[] = []
      guarded.displayMedia!({}, (streams) => answers.push(streams))
      guarded.bluetoothPairing!({}, (answer) => answers.push(answer))
      expect([...answers, guarded.devicePermission!({}), guarded.spellChecker]).toEqual([
        null,
        { confirmed: false },
        false,
        false,
      ])
    }
  })
})

describe('the network', () => {
  it.each([
    ['app://tong-ket/assets/a.js', false],
    ['blob:app://tong-ket/1', false],
    ['data:image/png;base64,AA==', false],
    ['https://example.com/', true],
    ['http://127.0.0.1/', true],
    ['ws://example.com/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.com/', true],
    ['app://elsewhere/', true],
    ['not an address', true],
  ])('is not reached: %s is cancelled: %j', (url, cancel) => {
    const answers: unknown[] = []
    session.defaultSession.beforeRequest!({ url }, (answer) => answers.push(answer))
    expect(answers).toEqual([{ cancel }])
  })
})

const ELSEWHERE = [
  'https://example.com/',
  'http://example.com/',
  'https://tong-ket/',
  'file:///etc/passwd',
  'file://tong-ket/',
  'app://tong-ket.example/',
  'app://example/',
  'app://tong-ket:80/',
  'app://a@tong-ket/',
  'app://a:b@tong-ket/',
  'app://tong-ket@example/',
  'apps://tong-ket/',
  'javascript:alert(1)',
  'data:text/html,<p>',
  'about:blank',
  'about:srcdoc',
  'blob:app://tong-ket/1',
  'blob:https://example.com/1',
  'chrome://settings',
  'devtools://devtools',
  'view-source:app://tong-ket/',
  'mailto:a@example.com',
  'tel:113',
  'ms-word:ofe|u|x',
  'ws://tong-ket/',
  '\\\\server\\share',
  '//example.com/',
  '',
  ' app://example/',
  'app:/tong-ket/',
  'app:tong-ket',
]

describe('navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays at home: %s', (name) => {
    for (const url of ELSEWHERE) {
      const event = fakeEvent({ url })
      window().webContents.emit(name, event)
      expect(event.defaultPrevented, url).toBe(true)
    }
    const home = fakeEvent({ url: 'app://tong-ket/#/reports' })
    window().webContents.emit(name, home)
    expect(home.defaultPrevented).toBe(false)
  })

  it('guards pages that are made later too, and lets no page hold a webview', () => {
    const contents = fake.newWebContents()
    app.emit('web-contents-created', fakeEvent({}), contents)
    const webview = fakeEvent({})
    contents.emit('will-attach-webview', webview)
    const away = fakeEvent({ url: 'https://example.com/' })
    contents.emit('will-navigate', away)
    expect([webview.defaultPrevented, away.defaultPrevented]).toEqual([true, true])
  })

  it('opens no second window, whatever the address', () => {
    for (const url of [...ELSEWHERE, 'app://tong-ket/'])
      expect(window().webContents.openHandler!({ url })).toEqual({ action: 'deny' })
    expect(BrowserWindow.all).toHaveLength(1)
  })
})

describe('links out', () => {
  const open = async (url: string, ...answers: number[]) => {
    dialog.answers.message.splice(0, Infinity, ...answers)
    window().webContents.openHandler!({ url })
    await new Promise((resolve) => setTimeout(resolve, 0))
  }

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///C:/Windows/System32/calc.exe',
    'file://server/share/a.exe',
    '\\\\server\\share\\a.exe',
    'smb://server/share',
    'ms-word:ofe|u|https://x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'shell:startup',
    'app://tong-ket/',
    'about:blank',
    'blob:https://x/1',
    'chrome://settings',
    'ftp://x/',
    'tel:113',
    'ssh://x',
    'vscode://x',
    'steam://x',
    'intent:x',
    'ldap://x',
    'https://user@evil.example/',
    'https://tinhuy.vn:pw@evil.example/',
    'http://',
    'https://',
    'not an address',
    '',
    '//evil.example',
    'https:/\u0000',
    `https://example.com/${'a'.repeat(2000)}`,
  ])('are not even asked about: %j', async (url) => {
    await open(url, 0)
    expect([dialog.asked, shell.opened]).toEqual([[], []])
  })

  it.each([
    ['https://example.com/a?b=c', 'example.com'],
    ['http://example.com:8080/', 'example.com:8080'],
    ['mailto:van-thu@example.com?subject=x', 'van-thu@example.com'],
    // Lookalike letters are shown by their code form.
    ['https://ехаmple.com/', 'xn--'],
  ])('are opened after the officer saw where %s leads', async (url, shown) => {
    await open(url, 0)
    expect(dialog.asked[0]?.options['message']).toContain(shown)
    expect(shell.opened).toEqual([new URL(url).href])
  })

  it('are not opened when the officer declines, which is what Enter and Escape do', async () => {
    await open('https://example.com/', 1)
    expect(dialog.asked[0]?.options).toMatchObject({ defaultId: 1, cancelId: 1 })
    expect(shell.opened).toEqual([])
  })
})

describe('the window’s files', () => {
  const ask = (url: string, init?: RequestInit) => protocol.handlers.get('app')!(new Request(url, init))

  it('are served with the policy, whose nonce stands in the page', async () => {
    const answer = await ask('app://tong-ket/')
    const nonce = /csp-nonce" content="([^"]+)"/.exec(await answer.text())?.[1]
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types tong-ket`,
    )
  })

  it.each([
    'app://tong-ket/../main/index.js',
    'app://tong-ket/..%2fmain%2findex.js',
    'app://tong-ket/%2e%2e/main/index.js',
    'app://tong-ket/%252e%252e/main/index.js',
    'app://tong-ket/..\\main\\index.js',
    'app://tong-ket/assets/%00',
    'app://tong-ket//etc/passwd',
    'app://tong-ket/main/index.js',
    'app://tong-ket/assets/',
    'app://tong-ket/%',
  ])('do not lead out of their folder: %s', async (url) => {
    const answer = await ask(url)
    expect([answer.status, await answer.text()]).toEqual([404, '{"error":"notFound"}'])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('are not served to another host or origin', async () => {
    expect((await ask('app://elsewhere/')).status).toBe(403)
    expect((await ask('app://tong-ket/', { headers: { Origin: 'https://evil.example' } })).status).toBe(403)
  })

  it('take a dropped file, and the call that reads it finds it', async () => {
    const answer = await ask('app://tong-ket/upload?name=C%3A%5Ca%5Cb%C3%A1o.txt', {
      method: 'POST',
      body: 'Sáng ngày 05/01/2026, hội nghị diễn ra.',
    })
    const file = (await answer.json()) as FileRef
    expect(file).toMatchObject({ name: 'báo.txt' })
    expect(await call('sample.segment', { file })).toMatchObject({ ok: true })
  })

  it('take no more than 60 MB', async () => {
    const answer = await ask('app://tong-ket/upload?name=a.txt', {
      method: 'POST',
      body: new Uint8Array(60 * 1024 * 1024 + 1),
    })
    expect([answer.status, await answer.json()]).toEqual([413, { code: 'file.tooLarge', name: 'a.txt', limitMb: 60 }])
  })

  it.each(['PUT', 'DELETE', 'HEAD'])('do not know the method %s', async (method) => {
    expect((await ask('app://tong-ket/upload', { method })).status).toBe(404)
  })
})

// The last ones: they end the program.
describe('trouble and the end', () => {
  it('brings a crashed page back, but not for ever', () => {
    const crash = (reason: string) =>
      window().webContents.emit('render-process-gone', fakeEvent({}), { reason, exitCode: 5 })
    crash('clean-exit')
    expect(window().webContents.reloads).toBe(0)
    crash('crashed')
    crash('oom')
    expect(window().webContents.reloads).toBe(2)
    crash('crashed')
    expect(window().webContents.reloads).toBe(2)
    expect(dialog.errors).toEqual([['Cửa sổ gặp sự cố nhiều lần', expect.stringContaining('Mã sự cố')]])
  })

  const isHeld = () => {
    const event = fakeEvent({})
    window().webContents.emit('will-prevent-unload', event)
    return !event.defaultPrevented
  }

  it('lets a page with unsaved text refuse to be loaded anew', () => {
    expect(isHeld()).toBe(true)
  })

  it('asks the officer when something could not be saved, and stays open when told to', async () => {
    window().close()
    expect(window().webContents.sent).toEqual([['event', { type: 'host.closing' }]])
    dialog.answers.message.splice(0, Infinity, 1)
    expect(await call('host.readyToClose', { isSaved: false })).toEqual({ ok: true, value: {} })
    await vi.waitFor(() => expect(dialog.asked).toHaveLength(1))
    expect(dialog.asked[0]?.options).toMatchObject({
      message: 'Còn thay đổi chưa lưu được',
      buttons: ['Vẫn đóng', 'Ở lại'],
      defaultId: 1,
      cancelId: 1,
    })
    await Promise.resolve()
    expect([window().isGone, app.hasQuit, isHeld()]).toEqual([false, false, true])
  })

  it('asks the officer when the window does not answer, too', async () => {
    dialog.answers.message.splice(0, Infinity, 1)
    window().close()
    await vi.waitFor(() => expect(dialog.asked).toHaveLength(1), { timeout: 10_000 })
    expect(window().isGone).toBe(false)
  })

  it('asks the window to save, waits for its calls, writes all out and gives the folder back', async () => {
    expect(await readdir(dataFolder)).toContain('owner.lock')
    window().close()
    expect(window().isGone).toBe(false)
    expect(window().webContents.sent).toEqual([['event', { type: 'host.closing' }]])
    // Asked again while it saves, it goes on saving.
    window().close()
    const lastSave = await call('settings.read', {})
    expect(lastSave).toMatchObject({ ok: true })
    await call('host.readyToClose', { isSaved: true })
    await vi.waitFor(() => expect(app.hasQuit).toBe(true), { timeout: 10_000 })
    expect(dialog.asked).toEqual([])
    expect(isHeld()).toBe(false)
    expect(BrowserWindow.getAllWindows()).toEqual([])
    expect(await readdir(dataFolder)).not.toContain('owner.lock')
  })
})
