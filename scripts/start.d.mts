export interface Surroundings {
  readonly flags: ReadonlySet<string>
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  readonly hasElectron: boolean
  readonly failedBefore: string | undefined
}
export interface StartPlan {
  readonly host: 'electron' | 'fetchElectron' | 'browser'
  readonly opensWindow?: boolean
  readonly says: readonly string[]
}
/** Which host to start and what to tell first. */
export function planStart(surroundings: Surroundings): StartPlan
export function browserHome(browser: string, dataFolder: string, home?: string): string
export function redirectPage(address: string): string
