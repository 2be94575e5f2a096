/** What an exchange file (.tongket) holds. It is a zip that any archive program opens. */

/** The report, as its own file in the program's folder would be. */
export const REPORT_ENTRY = 'report.json'

/** Names that may stand in the archive; anything else is not ours. Pictures come with reports that have some. */
export const KNOWN_ENTRIES: ReadonlySet<string> = new Set([REPORT_ENTRY])
