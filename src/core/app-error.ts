/**
 * Every expected failure of the program, by code. Core and formats return them, hosts pass them on,
 * `renderer/text/vi.ts` and `cli` say them in Vietnamese. Data fields only: a sentence never travels.
 */
import { z } from 'zod'

const code = <C extends string>(name: C) => z.strictObject({ code: z.literal(name) })
const about = <C extends string>(name: C) => z.strictObject({ code: z.literal(name), name: z.string() })

export const AppErrorSchema = z.discriminatedUnion('code', [
  code('cancelled'),
  z.strictObject({ code: z.literal('internal'), incident: z.string() }),
  z.strictObject({ code: z.literal('call.unknown'), channel: z.string() }),
  z.strictObject({ code: z.literal('call.badInput'), channel: z.string(), detail: z.string() }),
  z.strictObject({ code: z.literal('capability.absent'), capability: z.string() }),
  // Files the officer names. `name` is the file's name, never a full path.
  about('file.notFound'),
  about('file.empty'),
  about('file.notText'),
  about('file.unknownKind'),
  about('file.notReadable'),
  about('file.notWritable'),
  about('file.exists'),
  about('file.locked'),
  z.strictObject({ code: z.literal('file.tooLarge'), name: z.string(), limitMb: z.number() }),
  about('file.tooHeavy'),
  // A page that is a picture of text.
  about('file.noText'),
  // `format`: what the bytes say it is, as its makers name it.
  z.strictObject({ code: z.literal('file.otherFormat'), name: z.string(), format: z.string() }),
  z.strictObject({ code: z.literal('file.tooManyPages'), name: z.string(), limitPages: z.number() }),
  about('file.encrypted'),
  // `detail`: what is broken, or which limit against hostile files it breaks; for the log and the command line.
  z.strictObject({ code: z.literal('file.damaged'), name: z.string(), detail: z.string() }),
  z.strictObject({ code: z.literal('file.unsafe'), name: z.string(), detail: z.string() }),
  about('file.diskFull'),
  about('file.gone'),
  // Documents of our own.
  z.strictObject({ code: z.literal('report.damaged'), name: z.string(), detail: z.string() }),
  z.strictObject({ code: z.literal('report.tooNew'), name: z.string(), fileVersion: z.number() }),
  z.strictObject({ code: z.literal('report.notFound'), id: z.string() }),
  z.strictObject({ code: z.literal('report.changedElsewhere'), id: z.string(), seq: z.number() }),
  z.strictObject({ code: z.literal('report.readOnly'), id: z.string() }),
  z.strictObject({ code: z.literal('report.hasErrors'), count: z.number() }),
  z.strictObject({ code: z.literal('report.layoutNotForKind'), layout: z.string(), kind: z.string() }),
  z.strictObject({ code: z.literal('template.damaged'), name: z.string(), detail: z.string() }),
  z.strictObject({ code: z.literal('template.tooNew'), name: z.string(), fileVersion: z.number() }),
  z.strictObject({ code: z.literal('template.notFound'), id: z.string() }),
  z.strictObject({ code: z.literal('settings.invalid'), detail: z.string() }),
  z.strictObject({ code: z.literal('learn.noSamples') }),
  about('learn.cannotExtend'),
  about('sample.notHeld'),
  z.strictObject({ code: z.literal('corrections.damaged'), name: z.string(), detail: z.string() }),
  z.strictObject({ code: z.literal('slot.unknown'), name: z.string() }),
  z.strictObject({ code: z.literal('period.unknown'), text: z.string() }),
  code('pdf.noEngine'),
])

export type AppError = z.infer<typeof AppErrorSchema>
export type AppErrorCode = AppError['code']
