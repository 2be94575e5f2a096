import party2018 from '../../../resources/layouts/party-2018.json'
import party2026 from '../../../resources/layouts/party-2026.json'
import portal from '../../../resources/layouts/portal.json'
import state2020 from '../../../resources/layouts/state-2020.json'
import type { LayoutId } from '../report/report'
import { makeLayout, type Layout, type LayoutFileId } from './layout'

const FILES: Readonly<Record<LayoutFileId, unknown>> = {
  'party-2026': party2026,
  'state-2020': state2020,
  'party-2018': party2018,
  portal,
}

/** Which rows stand for a report's choice of layout today. */
const CURRENT: Readonly<Record<LayoutId, LayoutFileId>> = {
  party: 'party-2026',
  state: 'state-2020',
  portal: 'portal',
}

const folded = new Map<LayoutFileId, Layout>()

/** The layout in force for a report's choice. */
export const layoutFor = (id: LayoutId): Layout => layoutFile(CURRENT[id])

/** A layout by the name of its file, also one that is only recognised in old documents. */
export function layoutFile(id: LayoutFileId): Layout {
  const known = folded.get(id)
  if (known) return known
  const layout = makeLayout(FILES[id])
  folded.set(id, layout)
  return layout
}
