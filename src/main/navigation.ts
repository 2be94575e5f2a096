/** The window stays where it is: it goes nowhere, opens no second one, and links leave only after a question. */
import { dialog, shell, type WebContents } from 'electron'
import { isOwnAddress } from './address'
import { text } from './text-vi'
import { mainWindow } from './window'

/** For every page, whoever made it. */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openSafeExternal(url)
    return { action: 'deny' }
  })
}

function stay(event: { readonly url: string; readonly preventDefault: () => void }): void {
  if (!isOwnAddress(event.url)) event.preventDefault()
}

const MAY_LEAVE = new Set(['https:', 'http:', 'mailto:'])
const LONGEST_LINK = 2_000

/** Opens a web or mail link in the officer's own program, after showing where it leads. */
export async function openSafeExternal(address: string): Promise<void> {
  const url = address.length <= LONGEST_LINK ? URL.parse(address) : null
  // A name before the host is there to deceive: https://tinh-uy.vn@elsewhere.example
  if (!url || !MAY_LEAVE.has(url.protocol) || url.username !== '' || url.password !== '') return
  const question = {
    type: 'question' as const,
    title: text.openLink.title,
    // The parser has turned lookalike letters into their code form and encoded what would change direction.
    message: text.openLink.message(url.protocol === 'mailto:' ? url.pathname : url.host),
    detail: url.href,
    buttons: [text.openLink.open, text.openLink.cancel],
    defaultId: 1,
    cancelId: 1,
  }
  const window = mainWindow()
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  if (response !== 0) return
  // eslint-disable-next-line no-restricted-syntax -- this is the one wrapper the rule asks for
  await shell.openExternal(url.href)
}
