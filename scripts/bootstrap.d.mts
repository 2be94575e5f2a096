interface Lockfile {
  readonly packages?: object
}
/** Compares package-lock.json with the record npm leaves inside node_modules. */
export function isInstalled(lockfile: Lockfile | undefined, installedRecord: Lockfile | undefined): boolean
export function isNewEnough(version: string): boolean
export function ensureBuilt(node?: string): Promise<void>
/** A hash over the names and the contents of files. */
export function fingerprint(folder: string, places: readonly string[]): string
/** Runs the step alone: a second command waits until the first is through. */
export function holdingLock<T>(name: string, step: () => T | Promise<T>, folder?: string): Promise<T>
export function runWhileItMoves(
  command: string,
  args: readonly string[],
  options: { readonly silenceMs: number; readonly folders?: readonly string[] },
): Promise<{ readonly ok: boolean; readonly reason: string }>
