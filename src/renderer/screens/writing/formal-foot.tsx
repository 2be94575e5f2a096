import { ChevronDown } from 'lucide-react'
import { use } from 'react'
import { composeAuthority, composeRecipientLines } from '../../../core/official-layout/compose-signature'
import { styleOf, type Layout } from '../../../core/official-layout/layout'
import { SIGNING_AUTHORITIES, type FormalReport, type SignatureBlock } from '../../../core/report/report'
import { SIGNING_AUTHORITY_NAMES, vi } from '../../text/vi'
import { Menu } from '../../ui/menu'
import { LinesField } from './lines-field'
import { BlockField, LineField, PageAccess } from './page-field'
import { elementStyle, millimetres } from './page-style'
import { PrintedItems } from './printed-items'

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
  const { addressed, named, filing } = composeRecipientLines(report, layout)
  const filingPattern = layout.details.recipients?.filingPattern ?? '{note}'
  const style = elementStyle(layout, 'recipients')
  return (
    <div>
      <p style={elementStyle(layout, 'recipientsLabel')}>{styleOf(layout, 'recipientsLabel').text}</p>
      {addressed.length === 0 ? null : (
        <div style={style}>
          <PrintedItems items={addressed} />
        </div>
      )}
      <LinesField
        label={vi.page.recipients}
        at="recipients"
        lines={report.recipients}
        placeholder={vi.page.open}
        style={style}
        shown={<PrintedItems items={named} />}
        onChange={(recipients) => onChange((current) => ({ ...current, recipients }))}
      />
      <BlockField
        label={vi.page.filingNote}
        at="filingNote"
        value={report.filingNote}
        placeholder={filingPattern.replace('{note}', vi.page.open)}
        style={style}
        shown={<PrintedItems items={filing} />}
        isOneLine
        onChange={(filingNote) => onChange((current) => ({ ...current, filingNote }))}
      />
    </div>
  )
}

function Signature({ report, layout, onChange }: FormalFootProps) {
  const { isReadOnly } = use(PageAccess)
  const { signatureBlock } = report
  const set = (part: Partial<SignatureBlock>) =>
    onChange((current) => ({ ...current, signatureBlock: { ...current.signatureBlock, ...part } }))
  const { line, includesPosition } = composeAuthority(signatureBlock, layout)
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
      {line === '' || includesPosition ? null : (
        <div style={elementStyle(layout, 'signingAuthority')}>
          <BlockField
            label={vi.page.authorityOf}
            at="signatureBlock/authorityOf"
            value={signatureBlock.authorityOf}
            placeholder={line}
            shown={line}
            isOneLine
            onChange={(authorityOf) => set({ authorityOf })}
          />
        </div>
      )}
      <div style={elementStyle(layout, includesPosition ? 'signingAuthority' : 'signerPosition')}>
        <BlockField
          label={vi.page.signerPosition}
          at="signatureBlock/signerPosition"
          value={signatureBlock.signerPosition}
          placeholder={vi.page.signerPositionOpen}
          shown={includesPosition ? line : signatureBlock.signerPosition}
          isOneLine
          onChange={(signerPosition) => set({ signerPosition })}
        />
      </div>
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
