/** Words of headings and figures that tell nothing apart; rows of resources/lexicon/template-names.json. */
import { z } from 'zod'
import templateNames from '../../../../resources/lexicon/template-names.json'
import { matchingKey } from '../../vietnamese/matching-key'

const words = z.array(z.string().min(1).transform(matchingKey)).min(1)
const rows = z
  .strictObject({ about: z.string(), leads: words, joiners: words, figureStops: words })
  .parse(templateNames)

export const NAME_LEADS = rows.leads
export const NAME_JOINERS = rows.joiners
export const FIGURE_STOPS: ReadonlySet<string> = new Set(rows.figureStops)
