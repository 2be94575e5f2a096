import type { ReactNode } from 'react'
import { composeHeader } from '../../../core/official-layout/compose-header'
import { composeItems } from '../../../core/official-layout/compose-items'
import { runsText } from '../../../core/official-layout/compose-line'
import type { ComposedLine } from '../../../core/official-layout/composed-report'
import { hasElement, styleOf, type Layout, type LayoutElement } from '../../../core/official-layout/layout'
import type { FormalReport, Letterhead } from '../../../core/report/report'
import { vi } from '../../text/vi'
import { InlineField } from './inline-field'
import { LinesField } from './lines-field'
import { BlockField, LineField, NumberField } from './page-field'
import { elementStyle, millimetres } from './page-style'
import { PrintedItems } from './printed-items'
import { splitPattern } from './split-pattern'

interface FormalPartProps {
  readonly report: FormalReport
  readonly layout: Layout
  readonly onChange: (change: (report: FormalReport) => FormalReport) => void
}

/** Everything over the body of a formal report, each field where it will be printed. */
export function FormalHead({ report, layout, onChange }: FormalPartProps) {
  const { letterhead } = report
  const header = composeHeader(report, layout, false)
  const leftWidth = header?.widths[0] ?? layout.page.headerLeftWidth
  const nameAsPrinted = (element: LayoutElement) =>
    header?.rows[0]?.[0].filter((line) => line.element === element) ?? []
  const set = (part: Partial<Letterhead>) =>
    onChange((current) => ({ ...current, letterhead: { ...current.letterhead, ...part } }))
  const setDate = (part: DatePart) =>
    onChange((current) => ({ ...current, letterhead: withDate(current.letterhead, part) }))

  const codeFields: Readonly<Record<string, ReactNode>> = {
    number: (
      <LineField
        label={vi.page.documentNumber}
        at="letterhead/documentNumber"
        value={letterhead.documentNumber}
        placeholder={layout.details.documentCode?.openText ?? ''}
        onChange={(documentNumber) => set({ documentNumber })}
      />
    ),
    type: (
      <LineField
        label={vi.page.documentType}
        at="letterhead/documentSymbol/type"
        value={letterhead.documentSymbol.type}
        placeholder={layout.details.documentCode?.openText ?? ''}
        onChange={(type) => set({ documentSymbol: { ...letterhead.documentSymbol, type } })}
      />
    ),
    organization: (
      <LineField
        label={vi.page.documentSymbol}
        at="letterhead/documentSymbol/organization"
        value={letterhead.documentSymbol.organization}
        placeholder={layout.details.documentCode?.openText ?? ''}
        onChange={(organization) => set({ documentSymbol: { ...letterhead.documentSymbol, organization } })}
      />
    ),
  }
  const open = layout.details.placeAndDate?.openText ?? ''
  const { day, month, year } = letterhead.issueDate
  const dateFields: Readonly<Record<string, ReactNode>> = {
    place: (
      <LineField
        label={vi.page.issuePlace}
        at="letterhead/issuePlace"
        value={letterhead.issuePlace}
        placeholder={open}
        onChange={(issuePlace) => set({ issuePlace })}
      />
    ),
    day: (
      <NumberField
        label={vi.page.day}
        at="letterhead/issueDate/day"
        value={day}
        min={1}
        max={31}
        paddedBelow={layout.details.placeAndDate?.dayPaddedBelow ?? 0}
        placeholder={open}
        onChange={(value) => setDate({ day: value })}
      />
    ),
    month: (
      <NumberField
        label={vi.page.month}
        at="letterhead/issueDate/month"
        value={month}
        min={1}
        max={12}
        paddedBelow={layout.details.placeAndDate?.monthPaddedBelow ?? 0}
        placeholder={open}
        onChange={(value) => setDate({ month: value })}
      />
    ),
    year: (
      <NumberField
        label={vi.page.year}
        at="letterhead/issueDate/year"
        value={year}
        min={1900}
        max={2200}
        placeholder={open}
        onChange={(value) => setDate({ year: value })}
      />
    ),
  }

  return (
    <section className="page-head" aria-label={vi.page.letterheadRegion} data-place="head">
      <div className="letterhead" style={{ gridTemplateColumns: `${millimetres(leftWidth)} minmax(0, 1fr)` }}>
        <div className="letterhead__cell">
          <Ruled layout={layout} element="parentOrganization">
            <BlockField
              label={vi.page.parentOrganization}
              at="letterhead/parentOrganization"
              value={letterhead.parentOrganization}
              placeholder={vi.page.parentOrganizationOpen}
              shown={<PrintedLines lines={nameAsPrinted('parentOrganization')} />}
              isOptional
              onChange={(parentOrganization) => set({ parentOrganization })}
            />
          </Ruled>
          <Ruled layout={layout} element="issuingOrganization">
            <BlockField
              label={vi.page.issuingOrganization}
              at="letterhead/issuingOrganization"
              value={letterhead.issuingOrganization}
              placeholder={vi.page.open}
              shown={<PrintedLines lines={nameAsPrinted('issuingOrganization')} />}
              onChange={(issuingOrganization) => set({ issuingOrganization })}
            />
          </Ruled>
          <FixedWords layout={layout} element="star" />
        </div>
        <div className="letterhead__cell">
          <FixedWords layout={layout} element="partyName" />
          <FixedWords layout={layout} element="nationalName" />
          <FixedWords layout={layout} element="nationalMotto" />
        </div>
        <p style={elementStyle(layout, 'documentCode')}>
          <Pattern pattern={layout.details.documentCode?.pattern ?? ''} fields={codeFields} />
        </p>
        <p style={elementStyle(layout, 'placeAndDate')}>
          <Pattern pattern={layout.details.placeAndDate?.pattern ?? ''} fields={dateFields} />
        </p>
      </div>
      <p style={elementStyle(layout, 'documentType')}>
        <LineField
          label={vi.page.typeName}
          at="documentType"
          value={report.documentType}
          placeholder={vi.page.open}
          isWhole
          onChange={(documentType) => onChange((current) => ({ ...current, documentType }))}
        />
      </p>
      <Ruled layout={layout} element="subject">
        <InlineField
          label={vi.page.subject}
          at="subject"
          content={report.subject}
          slots={report.slots}
          onChange={(subject) => onChange((current) => ({ ...current, subject }))}
        />
      </Ruled>
      <FixedWords layout={layout} element="separator" />
      {hasElement(layout, 'addressees') || report.addressees.length > 0 ? (
        <div className="page-addressees" style={elementStyle(layout, 'addressees')}>
          <LinesField
            label={vi.page.addressees}
            at="addressees"
            lines={report.addressees}
            placeholder={vi.page.addresseesOpen}
            isOptional
            shown={
              <>
                {styleOf(layout, 'addressees').text} {report.addressees.join('; ')}
              </>
            }
            onChange={(addressees) => onChange((current) => ({ ...current, addressees }))}
          />
        </div>
      ) : null}
      {hasElement(layout, 'legalBases') ? (
        <div style={elementStyle(layout, 'legalBases')}>
          <LinesField
            label={vi.page.legalBases}
            at="legalBases"
            lines={report.legalBases}
            placeholder={vi.page.legalBasesOpen}
            isOptional
            shown={<PrintedItems items={printedBases(report, layout)} />}
            onChange={(legalBases) => onChange((current) => ({ ...current, legalBases }))}
          />
        </div>
      ) : null}
    </section>
  )
}

const printedBases = ({ legalBases }: FormalReport, { details }: Layout): readonly string[] =>
  details.legalBases ? composeItems(legalBases, details.legalBases) : legalBases

/** A part of the date that is not given is absent, not empty. */
function withDate(letterhead: Letterhead, part: DatePart): Letterhead {
  const { day, month, year } = { ...letterhead.issueDate, ...part }
  return {
    ...letterhead,
    issueDate: {
      ...(day === undefined ? {} : { day }),
      ...(month === undefined ? {} : { month }),
      ...(year === undefined ? {} : { year }),
    },
  }
}

type DatePart = { readonly [P in keyof Letterhead['issueDate']]?: number | undefined }

interface PatternProps {
  readonly pattern: string
  readonly fields: Readonly<Record<string, ReactNode>>
}

/** The words of a layout's pattern with its fields between them. */
function Pattern({ pattern, fields }: PatternProps) {
  return splitPattern(pattern).map((piece, index) => (
    <span key={index}>{piece.kind === 'words' ? piece.words : fields[piece.name]}</span>
  ))
}

/** A name broken into lines as it will be printed. */
function PrintedLines({ lines }: { readonly lines: readonly ComposedLine[] }) {
  return lines.map((line, index) => (
    <span key={index} className="page-line">
      {runsText(line.runs)}
    </span>
  ))
}

interface ElementProps {
  readonly layout: Layout
  readonly element: LayoutElement
}

/** Words that the layout itself says; nothing where it has no such element. */
export function FixedWords({ layout, element }: ElementProps) {
  if (!hasElement(layout, element)) return null
  return (
    <Ruled layout={layout} element={element}>
      <span className="page-words">{styleOf(layout, element).text}</span>
    </Ruled>
  )
}

/** An element with the rule below it, as long as the layout says. */
export function Ruled({ layout, element, children }: ElementProps & { readonly children: ReactNode }) {
  const { ruleRatio } = styleOf(layout, element)
  return (
    <div className="page-element" style={elementStyle(layout, element)}>
      {ruleRatio === 0 ? (
        children
      ) : (
        <span className="page-ruled">
          {children}
          <span className="page-ruled__rule" style={{ width: `${ruleRatio * 100}%` }} aria-hidden />
        </span>
      )}
    </div>
  )
}
