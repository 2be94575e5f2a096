/** What the reader of HTML does with an element, by name: rows, not branches. */

/** Never text of the page. */
export const SILENT = new Set(
  'script style template noscript annotation annotation-xml metadata desc head title select option textarea button iframe object embed audio video canvas map datalist'.split(
    ' ',
  ),
)

/** Starts and ends a paragraph. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Have no end tag and no content. */
export const VOIDS = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** By which style sheets of the web keep words for those who hear a page and hide them from those who see it. */
export const HIDDEN_CLASSES = new Set(['visually-hidden', 'sr-only', 'screen-reader-text'])

/** What a sample cannot carry over, by what it is. */
export const EMBEDDED = new Set(['iframe', 'object', 'embed', 'audio', 'video', 'canvas'])
export const FORM_FIELDS = new Set(['input', 'select', 'textarea', 'button'])

export const BOLD = new Set(['b', 'strong'])

/** Stand round the content of a page: menus, sidebars, footers. */
export const OUTSIDE = new Set(['nav', 'aside', 'footer', 'menu'])
export const OUTSIDE_ROLES = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'menubar'])

export const HEADINGS: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]))
