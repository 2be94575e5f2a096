/** Where in the program the window is; it stands in the address, so that loading the page again comes back to it. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'templates' }
  /** With the id of a template that gets further samples. */
  | { readonly screen: 'learning'; readonly templateId?: string }
  | { readonly screen: 'settings' }
  | { readonly screen: 'writing'; readonly id: string }

const PATHS = { home: '#/', templates: '#/mau', learning: '#/hoc-mau', settings: '#/thiet-lap' } as const
const WRITING = '#/bao-cao/'
const EXTENDING = `${PATHS.learning}/`
const ID = /^[\w-]{1,64}$/

export function routeToHash(route: Route): string {
  if (route.screen === 'writing') return `${WRITING}${encodeURIComponent(route.id)}`
  if (route.screen === 'learning' && route.templateId !== undefined)
    return `${EXTENDING}${encodeURIComponent(route.templateId)}`
  return PATHS[route.screen]
}

/** What an address stands for; anything unknown is the home screen. */
export function hashToRoute(hash: string): Route {
  if (hash.startsWith(WRITING)) {
    const id = hash.slice(WRITING.length)
    if (ID.test(id)) return { screen: 'writing', id }
  }
  if (hash.startsWith(EXTENDING)) {
    const templateId = hash.slice(EXTENDING.length)
    if (ID.test(templateId)) return { screen: 'learning', templateId }
  }
  if (hash === PATHS.templates) return { screen: 'templates' }
  if (hash === PATHS.learning) return { screen: 'learning' }
  if (hash === PATHS.settings) return { screen: 'settings' }
  return { screen: 'home' }
}
