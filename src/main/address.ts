/** The one address the window lives at. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'tong-ket'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Parsed and compared part by part: an address that only begins like ours is another one. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
}
