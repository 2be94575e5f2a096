import type { Layout } from '../../../core/official-layout/layout'
import type { NewsAccount } from '../../../core/report/report'
import { vi } from '../../text/vi'
import { InlineField } from './inline-field'
import { LineField } from './page-field'
import { elementStyle } from './page-style'

interface NewsPartProps {
  readonly report: NewsAccount
  readonly layout: Layout
  readonly onChange: (change: (report: NewsAccount) => NewsAccount) => void
}

/** Headline and date of a news account. */
export function NewsHead({ report, layout, onChange }: NewsPartProps) {
  return (
    <section className="page-head" aria-label={vi.outline.newsHead} data-place="head">
      <div style={elementStyle(layout, 'headline')}>
        <InlineField
          label={vi.page.headline}
          at="headline"
          content={report.headline}
          slots={report.slots}
          onChange={(headline) => onChange((current) => ({ ...current, headline }))}
        />
      </div>
      <p style={elementStyle(layout, 'publishedAt')}>
        <LineField
          label={vi.page.publishedAt}
          at="publishedAt"
          value={report.publishedAt}
          placeholder={vi.page.publishedAtOpen}
          onChange={(publishedAt) => onChange((current) => ({ ...current, publishedAt }))}
        />
      </p>
    </section>
  )
}

/** The author under the text. */
export function NewsFoot({ report, layout, onChange }: NewsPartProps) {
  return (
    <section className="page-byline" aria-label={vi.outline.byline} data-place="foot">
      <p style={elementStyle(layout, 'byline')}>
        <LineField
          label={vi.page.byline}
          at="byline"
          value={report.byline}
          placeholder={vi.page.bylineOpen}
          onChange={(byline) => onChange((current) => ({ ...current, byline }))}
        />
      </p>
    </section>
  )
}
