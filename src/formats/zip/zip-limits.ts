/** How much of a zip from outside is taken, and why one is refused. */

export interface ZipLimits {
  readonly fileBytes: number
  readonly entries: number
  /** Of one entry, unpacked. */
  readonly entryBytes: number
  /** Of all entries that are read, unpacked. */
  readonly totalBytes: number
  /** How many times its packed size an entry may grow, once it is longer than `ratioFrom`. */
  readonly ratio: number
  readonly ratioFrom: number
}

export type ZipProblem =
  | 'not an archive'
  | 'too large'
  | 'too dense'
  | 'duplicate entry'
  | 'overlapping entries'
  | 'symbolic link'
  | 'encrypted entry'
  | 'unknown method'
  | 'damaged entry'

const MB = 1024 * 1024

/**
 * How much of a zip from outside is taken. The ratio and where it begins are those of Apache POI's ZipSecureFile;
 * the sizes are ten times those of the longest report with pictures.
 */
export const ZIP_LIMITS: ZipLimits = {
  fileBytes: 50 * MB,
  entries: 4000,
  entryBytes: 50 * MB,
  totalBytes: 150 * MB,
  ratio: 100,
  ratioFrom: 100 * 1024,
}
