export interface BrowserSearch {
  readonly platform?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly isUsable?: (path: string) => boolean
}
/** Places where a browser may be, best first. */
export function browserCandidates(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[]
/** The first browser that is there and starts. */
export function findBrowser(search?: BrowserSearch): string | undefined
export function ensureTestBrowser(node: string): Promise<string>
