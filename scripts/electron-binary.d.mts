/** The path of the binary when it is there. */
export function findElectron(env?: NodeJS.ProcessEnv, folder?: string): string | undefined
export function rememberedFailure(): string | undefined
export function fetchElectron(node: string): Promise<{ readonly binary: string } | { readonly reason: string }>
