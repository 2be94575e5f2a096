/** File names that Windows, Linux, macOS, USB sticks and network shares all take. */
import { toNfc, trimWide } from '../core/vietnamese/nfc'

const MAX_UNITS = 120
const MAX_BYTES = 240
/** Not allowed on Windows; marks that turn the direction of writing hide what a name ends in. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i
const NAMELESS = 'bao-cao'

/** Stands in the name too, so that the final document never takes the place of its draft, nor the other way round. */
const DRAFT_MARK = ' (dự thảo)'

/** The title as a file name: NFC, at most 120 UTF-16 units and 240 bytes with its mark and extension. */
export function exportFileName(title: string, extension: string, { isDraft = false } = {}): string {
  const end = `${isDraft ? DRAFT_MARK : ''}.${extension}`
  const clean = tidy(toNfc(title).replace(UNSAFE, ' ').replace(/\s+/g, ' '))
  const safe = RESERVED.test(clean) ? `${NAMELESS}-${clean}` : clean
  return (tidy(clipped(safe, end)) || NAMELESS) + end
}

/** Windows drops dots and spaces at the end; a dot in front hides the file elsewhere. */
const tidy = (name: string): string => trimWide(name).replace(/^[.\s]+|[.\s]+$/g, '')

/** Whole characters only: a letter keeps its marks. */
function clipped(name: string, end: string): string {
  const encoder = new TextEncoder()
  let kept = ''
  for (const { segment } of new Intl.Segmenter('vi').segment(name)) {
    const longer = kept + segment + end
    if (longer.length > MAX_UNITS || encoder.encode(longer).length > MAX_BYTES) break
    kept += segment
  }
  return kept
}
