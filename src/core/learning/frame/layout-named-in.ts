import { FORMAL_LAYOUTS, type FormalLayout } from '../../report/report'
import { matchingKey } from '../../vietnamese/matching-key'
import { LEXICON } from '../lexicon'

/** The layout whose own line this is: the Party's name, or the State's. */
export function layoutNamedIn(line: string): FormalLayout | undefined {
  const key = matchingKey(line)
  return FORMAL_LAYOUTS.find((layout) => key.includes(LEXICON.officialLayout.layoutNames[layout]))
}
