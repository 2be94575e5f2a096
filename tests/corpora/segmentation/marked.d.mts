export interface GoldParagraph {
  readonly index: number
  readonly text_start: string
  readonly section: string
  readonly role: string
  readonly also?: readonly string[]
}

export interface GoldSlot {
  readonly type: string
  readonly text: string
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

export interface Marked {
  readonly text: string
  readonly gold: {
    readonly genre: 'news' | 'formal'
    readonly period: { readonly kind: string; readonly label: string; readonly year: number }
    readonly paragraphs: readonly GoldParagraph[]
    readonly slots: readonly GoldSlot[]
  }
  readonly headings: 'yes' | 'no' | undefined
  readonly source: string | undefined
}

/** Throws with the line's number where the marks are wrong. */
export function parseMarked(source: string, name?: string): Marked
