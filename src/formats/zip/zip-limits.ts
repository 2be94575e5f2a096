import type { ZipLimits } from './open-zip'

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
