import type { LayoutId, Section } from '../report/report'

/** Section id → what stands before its heading ("I.", "1.", "a)", "Phần thứ nhất"). Silent headings have none and do not count. */
export function numberHeadings(_sections: readonly Section[], _options: { readonly layout: LayoutId; readonly hasParts: boolean }): ReadonlyMap<string, string> {
  throw new Error('not written yet')
}
