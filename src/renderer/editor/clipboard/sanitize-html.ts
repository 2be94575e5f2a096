/**
 * Foreign HTML becomes an inert tree in which only the structure of a text is left. The tree is read, never shown:
 * nothing of it enters the page, so `style` and `class` may stay for the reader (Word says there what is a list).
 */
import DOMPurify, { type Config } from 'dompurify'

const STRUCTURE =
  'p div span br b strong i em u font center h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot tr td th colgroup col blockquote pre section article header footer main aside figure figcaption dl dt dd sub sup'

const STRICT = {
  ALLOWED_TAGS: STRUCTURE.split(' '),
  ALLOWED_ATTR: ['colspan', 'rowspan', 'align', 'type', 'width', 'style', 'class'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM: true,
} satisfies Config

export interface Sanitized {
  readonly body: Node
  /** Names of the elements that were taken out, in capitals. */
  readonly removed: readonly string[]
}

export function sanitizeHtml(html: string): Sanitized {
  const body = DOMPurify.sanitize(html, { ...STRICT, TRUSTED_TYPES_POLICY: inertPolicy() })
  const removed = DOMPurify.removed.flatMap((entry) =>
    'element' in entry ? [entry.element.nodeName.toUpperCase()] : [],
  )
  return { body, removed }
}

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>

interface PolicyRules {
  readonly createHTML: (html: string) => string
  readonly createScriptURL: (url: string) => string
}

declare global {
  interface Window {
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: PolicyRules) => Policy }
  }
}

let policy: Policy | undefined

/**
 * The only Trusted Types policy of the window. It serves the sanitiser alone, which parses into a document without
 * scripts, loads or a window; scripts' addresses are refused.
 */
function inertPolicy(): Policy | undefined {
  policy ??= window.trustedTypes?.createPolicy('tong-ket', {
    createHTML: (html) => html,
    createScriptURL: () => {
      throw new TypeError('The window loads no script by address.')
    },
  })
  return policy
}
