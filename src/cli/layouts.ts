import { FORMAL_LAYOUTS, type LayoutId } from '../core/report/report'

/** What `--layout` takes. */
export const LAYOUTS: readonly LayoutId[] = [...FORMAL_LAYOUTS, 'portal']
