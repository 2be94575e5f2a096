/**
 * The command line: the same services without a window. stdout carries the result, and with --json exactly one JSON
 * document; stderr carries messages as `code: sentence`. Exit 0 done, 1 expected failure or findings that are errors,
 * 2 wrong usage.
 */
import type { AppError } from '../core/app-error'
import { DOCUMENT_FIELD_NAMES } from '../core/report/document-fields'
import { check } from './check'
import { UsageError, type Command, type Context, type Output } from './command'
import { exportFile } from './export'
import { importFile } from './import'
import { learn } from './learn'
import { newReport } from './new'
import { segment } from './segment'
import { templates } from './templates'
import { errorSentence, noticeSentence, TEXT } from './text'

export const COMMANDS: Readonly<Record<string, Command>> = {
  segment,
  learn,
  templates,
  new: newReport,
  import: importFile,
  check,
  export: exportFile,
}

export interface CliIo extends Context {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const DONE = 0
const FAILED = 1
const WRONG_USAGE = 2

/** Gives the exit code. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const [name, ...args] = argv
  if (name === '--help' || name === 'help') {
    io.out(`${helpText()}\n`)
    return DONE
  }
  const isJson = argv.includes('--json')
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return wrongUsage(name === undefined ? TEXT.noCommand : TEXT.unknownCommand(name), isJson, io)
  try {
    const result = await command.run(args, io)
    return result.ok ? say(result.value, isJson, io) : fail(result.error, isJson, io)
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    return wrongUsage(`${cause.message} ${command.usage}`, isJson, io)
  }
}

function say(
  { json, text, notices = [], errors = [], hasFindings = false }: Output,
  isJson: boolean,
  io: CliIo,
): number {
  for (const { file, ...notice } of notices)
    io.err(`${notice.code}: ${file === undefined ? '' : `${file}: `}${noticeSentence(notice)}\n`)
  for (const error of errors) io.err(`${error.code}: ${errorSentence(error)}\n`)
  if (isJson) io.out(`${JSON.stringify(json)}\n`)
  else if (text !== '') io.out(`${text}\n`)
  return errors.length > 0 || hasFindings ? FAILED : DONE
}

/** Says what went wrong; gives the exit code. */
export function fail(error: AppError, isJson: boolean, io: CliIo): number {
  const message = errorSentence(error)
  io.err(`${error.code}: ${message}\n`)
  if (isJson) io.out(`${JSON.stringify({ ok: false, code: error.code, message })}\n`)
  return FAILED
}

function wrongUsage(message: string, isJson: boolean, io: CliIo): number {
  io.err(`usage: ${message}\n`)
  if (isJson) io.out(`${JSON.stringify({ ok: false, code: 'usage', message })}\n`)
  return WRONG_USAGE
}

const helpText = (): string =>
  [
    TEXT.title,
    ...Object.values(COMMANDS).map(({ usage }) => `  ${usage}`),
    TEXT.documentFields(DOCUMENT_FIELD_NAMES),
    TEXT.exits,
  ].join('\n')
