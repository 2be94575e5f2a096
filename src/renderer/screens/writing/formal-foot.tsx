import { ChevronDown } from 'lucide-react'
import { use } from 'react'
import { styleOf, type Layout } from '../../../core/official-layout/layout'
import { SIGNING_AUTHORITIES, type FormalReport, type SignatureBlock } from '../../../core/report/report'
import { SIGNING_AUTHORITY_NAMES, vi } from '../../text/vi'
import { Menu } from '../../ui/menu'
import { LinesField } from './lines-field'
import { LineField, PageAccess } from './page-field'
import { elementStyle, millimetres } from './page-style'
import { splitPattern } from './split-pattern'

interface FormalFootProps {
  readonly report: FormalReport
  readonly layout: Layout
  readonly onChange: (change: (report: FormalReport) => FormalReport) => void
}

/** Recipients at the left, the signature at the right. */
export function FormalFoot({ report, layout, onChange }: FormalFootProps) {
  const block = layout.details.signatureBlock
  return (
    <section
      className="page-foot"
      aria-label={vi.page.signatureRegion}
      data-place="foot"
      style={{
        gridTemplateColumns: `${millimetres(block?.leftWidth ?? 0)} minmax(0, 1fr)`,
        marginTop: `calc(var(--pt) * ${block?.spaceBefore ?? 0})`,
      }}
    >
      <Recipients report={report} layout={layout} onChange={onChange} />
      <Signature report={report} layout={layout} onChange={onChange} />
    </section>
  )
}

function Recipients({ report, layout, onChange }: FormalFootProps) {
  const rules = layout.details.recipients
  const item = (recipient: string) =>
    `${(rules?.itemPattern ?? '{item}').replace('{item}', recipient)}${rules?.itemEnd ?? ''}`
  const filing = splitPattern(rules?.filingPattern ?? '{note}')
  return (
    <div>
      <p style={elementStyle(layout, 'recipientsLabel')}>{styleOf(layout, 'recipientsLabel').text}</p>
      <LinesField
        label={vi.page.recipients}
        at="recipients"
        lines={report.recipients}
        placeholder={vi.page.open}
        style={elementStyle(layout, 'recipients')}
        shown={report.recipients.map((recipient, index) => (
          <span key={index} className="page-line">
            {item(recipient)}
          </span>
        ))}
        onChange={(recipients) => onChange((current) => ({ ...current, recipients }))}
      />
      <p style={elementStyle(layout, 'recipients')}>
        {filing.map((piece, index) =>
          piece.kind === 'words' ? (
            <span key={index}>{piece.words}</span>
          ) : (
            <LineField
              key={index}
              label={vi.page.filingNote}
              at="filingNote"
              value={report.filingNote}
              placeholder={vi.page.open}
              onChange={(filingNote) => onChange((current) => ({ ...current, filingNote }))}
            />
          ),
        )}
      </p>
    </div>
  )
}

function Signature({ report, layout, onChange }: FormalFootProps) {
  const { isReadOnly } = use(PageAccess)
  const { signatureBlock } = report
  const set = (part: Partial<SignatureBlock>) =>
    onChange((current) => ({ ...current, signatureBlock: { ...current.signatureBlock, ...part } }))
  const rules = layout.details.signingAuthority
  const prefix = rules?.prefixes[signatureBlock.authority]
  return (
    <div className="page-signature">
      {isReadOnly ? null : (
        <Menu
          align="end"
          trigger={
            <button type="button" className="page-choice">
              {SIGNING_AUTHORITY_NAMES[signatureBlock.authority]}
              <ChevronDown className="icon" aria-hidden />
            </button>
          }
          items={SIGNING_AUTHORITIES.map((authority) => ({
            kind: 'choice',
            label: SIGNING_AUTHORITY_NAMES[authority],
            isChosen: authority === signatureBlock.authority,
            onSelect: () => set({ authority }),
          }))}
        />
      )}
      {prefix === undefined ? null : (
        <p style={elementStyle(layout, 'signingAuthority')}>
          {prefix}{' '}
          <LineField
            label={vi.page.authorityOf}
            at="signatureBlock/authorityOf"
            value={signatureBlock.authorityOf}
            placeholder={rules?.openText ?? ''}
            onChange={(authorityOf) => set({ authorityOf })}
          />
        </p>
      )}
      <p style={elementStyle(layout, 'signerPosition')}>
        <LineField
          label={vi.page.signerPosition}
          at="signatureBlock/signerPosition"
          value={signatureBlock.signerPosition}
          placeholder={vi.page.signerPositionOpen}
          isWhole
          onChange={(signerPosition) => set({ signerPosition })}
        />
      </p>
      <p style={elementStyle(layout, 'signerName')}>
        <LineField
          label={vi.page.signerName}
          at="signatureBlock/signerName"
          value={signatureBlock.signerName}
          placeholder={vi.page.signerNameOpen}
          isWhole
          onChange={(signerName) => set({ signerName })}
        />
      </p>
    </div>
  )
}
