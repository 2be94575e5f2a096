/** Where in the program the window is; it stands in the address, so that loading the page again comes back to it. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'templates' }
  | { readonly screen: 'learning' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'writing'; readonly id: string }

const PATHS = { home: '#/', templates: '#/mau', learning: '#/hoc-mau', settings: '#/thiet-lap' } as const
const WRITING = '#/bao-cao/'

export function routeToHash(route: Route): string {
  return route.screen === 'writing' ? `${WRITING}${encodeURIComponent(route.id)}` : PATHS[route.screen]
}

/** What an address stands for; anything unknown is the home screen. */
export function hashToRoute(hash: string): Route {
  if (hash.startsWith(WRITING)) {
    const id = hash.slice(WRITING.length)
    if (/^[\w-]{1,64}$/.test(id)) return { screen: 'writing', id }
  }
  if (hash === PATHS.templates) return { screen: 'templates' }
  if (hash === PATHS.learning) return { screen: 'learning' }
  if (hash === PATHS.settings) return { screen: 'settings' }
  return { screen: 'home' }
}
