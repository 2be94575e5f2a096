import type { ReportingPeriod, ReportingPeriodKind } from '../../core/reporting-period'
import { toRoman } from '../../core/vietnamese/roman'
import { PERIOD_KIND_NAMES, vi } from '../text/vi'
import { Field, TextInput } from '../ui/field'
import { Select } from '../ui/select'
import './period-form.css'
import { withPart, type PeriodDraft, type PeriodProblem } from './period-draft'

interface PeriodFormProps {
  readonly kinds: readonly ReportingPeriodKind[]
  readonly draft: PeriodDraft
  readonly problem: PeriodProblem | undefined
  readonly onChange: (draft: PeriodDraft) => void
}

const PROBLEMS: Readonly<Record<PeriodProblem, string>> = {
  year: vi.newReport.badYear,
  term: vi.newReport.badTerm,
  years: vi.newReport.badYears,
}

/** Kind of period and what that kind needs: one line of small fields. */
export function PeriodForm({ kinds, draft, problem, onChange }: PeriodFormProps) {
  const set = (part: Partial<PeriodDraft>) => onChange(withPart(draft, part))
  const year = (label: string, key: 'year' | 'from') => (
    <Field label={label} problem={problem === undefined ? undefined : PROBLEMS[problem]}>
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="numeric"
          maxLength={4}
          value={draft[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <div className="period-form">
      <Field label={vi.newReport.periodKind}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.kind}
            options={kinds.map((kind) => ({ value: kind, label: PERIOD_KIND_NAMES[kind] }))}
            onChoose={(kind) => set({ kind })}
          />
        )}
      </Field>
      {draft.kind === 'month' ? (
        <Field label={vi.newReport.month}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.month}
              options={numbers(12).map((month) => ({ value: month, label: month }))}
              onChoose={(month) => set({ month })}
            />
          )}
        </Field>
      ) : null}
      {draft.kind === 'quarter' ? (
        <Field label={vi.newReport.quarter}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.quarter}
              options={numbers(4).map((quarter) => ({ value: quarter, label: toRoman(Number(quarter)) }))}
              onChoose={(quarter) => set({ quarter })}
            />
          )}
        </Field>
      ) : null}
      {draft.kind === 'halfYear' ? (
        <Field label={vi.newReport.half}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.half}
              options={[
                { value: '1', label: vi.newReport.firstHalf },
                { value: '2', label: vi.newReport.secondHalf },
              ]}
              onChoose={(half) => set({ half })}
            />
          )}
        </Field>
      ) : null}
      {draft.kind === 'term' ? year(vi.newReport.fromYear, 'from') : null}
      {draft.kind === 'thematic' ? (
        <Field label={vi.newReport.years}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              maxLength={3}
              value={draft.years}
              onChange={(event) => set({ years: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {year(isUntil(draft.kind) ? vi.newReport.toYear : vi.newReport.year, 'year')}
    </div>
  )
}

const isUntil = (kind: ReportingPeriod['kind']): boolean => kind === 'term' || kind === 'thematic'

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index + 1))
