/** What an exchange file (.tongket) holds and how much of it is taken. It is a zip that any archive program opens. */

/** The report, as its own file in the program's folder would be. */
export const REPORT_ENTRY = 'report.json'

/** Names that may stand in the archive; anything else is not ours. Pictures come with reports that have some. */
export const KNOWN_ENTRIES: ReadonlySet<string> = new Set([REPORT_ENTRY])

const MB = 1024 * 1024

export const EXCHANGE_LIMITS = {
  fileBytes: 50 * MB,
  entries: 4000,
  /** Of one entry, and of all text together. */
  entryBytes: 50 * MB,
  /** How many times its packed size an entry may grow, once it is longer than `ratioFrom`. */
  ratio: 100,
  ratioFrom: 100 * 1024,
} as const
