import { trimWide } from '../vietnamese/nfc'
import type { ItemRules } from './layout'

/**
 * Items one below the other with the endings of their layout: "- Như trên;" … "- Lưu: VT.".
 * A dash or an ending that was typed along is not printed twice; blank items are left out.
 */
export function composeItems(items: readonly string[], rules: ItemRules): readonly string[] {
  const bare = items.map(bareItem).filter((item) => item !== '')
  return bare.map((item, index) => {
    const end = index === bare.length - 1 ? rules.lastEnd : rules.itemEnd
    return rules.itemPattern.replace('{item}', () => item) + end
  })
}

/** The item without a typed dash before it and without the ending behind it. */
export const bareItem = (item: string): string =>
  trimWide(
    trimWide(item)
      .replace(/^[-–—]\s+/, '')
      .replace(/[;.,]+$/, ''),
  )
