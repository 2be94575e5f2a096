/** Reads the arguments of a command; whatever does not fit is a `UsageError`. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from './command'
import { TEXT } from './text'

type Given<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: T & { json: { type: 'boolean' } }; strict: true; allowPositionals: true }>
>

/** `--json` is known to every command. */
export function parseCommand<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T): Given<T> {
  try {
    const config = { options: { ...options, json: { type: 'boolean' } }, strict: true, allowPositionals: true } as const
    return parseArgs({ args: [...args], ...config })
  } catch (cause) {
    // Node says in English which option it was; the usage line that follows says what would be right.
    const name = cause instanceof Error ? /'(-[^' ]*)/.exec(cause.message)?.[1] : undefined
    throw new UsageError(TEXT.badOption(name ? `${TEXT.optionUnknown} (${name})` : TEXT.optionUnknown), { cause })
  }
}

export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(TEXT.badOption(TEXT.missing(what)))
  return value
}

export function onlyOne(files: readonly string[]): string {
  if (files.length > 1) throw new UsageError(TEXT.badOption(TEXT.oneFileOnly))
  return required(files[0], 'FILE')
}

export function choice<C extends string>(
  value: string | undefined,
  option: string,
  choices: readonly C[],
): C | undefined {
  if (value === undefined) return undefined
  const chosen = choices.find((known) => known === value)
  if (chosen === undefined) throw new UsageError(TEXT.badOption(TEXT.badChoice(option, choices)))
  return chosen
}
