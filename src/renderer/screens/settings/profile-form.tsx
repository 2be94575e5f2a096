import { useState } from 'react'
import { SIGNING_AUTHORITIES, type FormalLayout } from '../../../core/report/report'
import type { OrganizationProfile, Settings } from '../../../core/settings/settings'
import { SIGNING_AUTHORITY_NAMES, vi } from '../../text/vi'
import { Choices } from '../../ui/choices'
import { Field, TextArea, TextInput } from '../../ui/field'
import { Select } from '../../ui/select'

interface ProfileFormProps {
  readonly settings: Settings
  readonly onChange: (settings: Settings) => void
}

/** Layout, letterhead, signer and recipients: what every new report is filled with. */
export function ProfileForm({ settings, onChange }: ProfileFormProps) {
  const { organization } = settings
  const set = (part: Partial<OrganizationProfile>) =>
    onChange({ ...settings, organization: { ...organization, ...part } })
  const setSignature = (part: Partial<OrganizationProfile['signatureBlock']>) =>
    set({ signatureBlock: { ...organization.signatureBlock, ...part } })
  const { signatureBlock } = organization

  return (
    <>
      <fieldset className="form__group">
        <legend className="visually-hidden">{vi.profile.layout}</legend>
        <h2 className="form__title">{vi.profile.layout}</h2>
        <Choices<FormalLayout>
          label={vi.profile.layout}
          value={settings.layout}
          options={[
            { value: 'party', name: vi.profile.layoutParty, description: vi.profile.layoutPartyHint },
            { value: 'state', name: vi.profile.layoutState, description: vi.profile.layoutStateHint },
          ]}
          onChoose={(layout) => onChange({ ...settings, layout })}
        />
      </fieldset>
      <fieldset className="form__group">
        <legend className="visually-hidden">{vi.profile.letterhead}</legend>
        <h2 className="form__title">{vi.profile.letterhead}</h2>
        <Field label={vi.profile.parentOrganization} hint={vi.profile.parentOrganizationHint}>
          {(ids) => (
            <TextArea
              {...ids}
              rows={1}
              value={organization.parentOrganization}
              onChange={(event) => set({ parentOrganization: event.target.value })}
            />
          )}
        </Field>
        <Field label={vi.profile.issuingOrganization}>
          {(ids) => (
            <TextArea
              {...ids}
              rows={1}
              value={organization.issuingOrganization}
              onChange={(event) => set({ issuingOrganization: event.target.value })}
            />
          )}
        </Field>
        <div className="form__pair">
          <Field label={vi.profile.documentSymbol} hint={vi.profile.documentSymbolHint}>
            {(ids) => (
              <TextInput
                {...ids}
                value={organization.documentSymbol}
                onChange={(event) => set({ documentSymbol: event.target.value })}
              />
            )}
          </Field>
          <Field label={vi.profile.issuePlace}>
            {(ids) => (
              <TextInput
                {...ids}
                value={organization.issuePlace}
                onChange={(event) => set({ issuePlace: event.target.value })}
              />
            )}
          </Field>
        </div>
      </fieldset>
      <fieldset className="form__group">
        <legend className="visually-hidden">{vi.profile.signature}</legend>
        <h2 className="form__title">{vi.profile.signature}</h2>
        <div className="form__pair">
          <Field label={vi.profile.authority}>
            {(ids) => (
              <Select
                {...ids}
                value={signatureBlock.authority}
                options={SIGNING_AUTHORITIES.map((value) => ({ value, label: SIGNING_AUTHORITY_NAMES[value] }))}
                onChoose={(authority) =>
                  setSignature({ authority, ...(authority === 'direct' ? { authorityOf: '' } : {}) })
                }
              />
            )}
          </Field>
          {signatureBlock.authority === 'direct' ? null : (
            <Field label={vi.profile.authorityOf} hint={vi.profile.authorityOfHint}>
              {(ids) => (
                <TextInput
                  {...ids}
                  value={signatureBlock.authorityOf}
                  onChange={(event) => setSignature({ authorityOf: event.target.value })}
                />
              )}
            </Field>
          )}
          <Field label={vi.profile.signerPosition}>
            {(ids) => (
              <TextInput
                {...ids}
                value={signatureBlock.signerPosition}
                onChange={(event) => setSignature({ signerPosition: event.target.value })}
              />
            )}
          </Field>
          <Field label={vi.profile.signerName}>
            {(ids) => (
              <TextInput
                {...ids}
                value={signatureBlock.signerName}
                onChange={(event) => setSignature({ signerName: event.target.value })}
              />
            )}
          </Field>
        </div>
      </fieldset>
      <fieldset className="form__group">
        <legend className="visually-hidden">{vi.profile.recipients}</legend>
        <h2 className="form__title">{vi.profile.recipients}</h2>
        <Field label={vi.profile.recipients} hint={vi.profile.recipientsHint}>
          {(ids) => (
            <LinesArea
              ids={ids}
              lines={organization.recipients}
              onChange={(recipients) => set({ recipients: [...recipients] })}
            />
          )}
        </Field>
        <Field label={vi.profile.filingNote} hint={vi.profile.filingNoteHint}>
          {(ids) => (
            <TextInput
              {...ids}
              value={organization.filingNote}
              onChange={(event) => set({ filingNote: event.target.value })}
            />
          )}
        </Field>
      </fieldset>
    </>
  )
}

interface LinesAreaProps {
  readonly ids: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean
  }
  readonly lines: readonly string[]
  readonly onChange: (lines: readonly string[]) => void
}

/** Keeps what is typed, empty lines too, and tells the lines that hold something. */
function LinesArea({ ids, lines, onChange }: LinesAreaProps) {
  const [draft, setDraft] = useState(() => lines.join('\n'))
  return (
    <TextArea
      {...ids}
      rows={3}
      value={draft}
      onChange={(event) => {
        setDraft(event.target.value)
        onChange(textToLines(event.target.value))
      }}
    />
  )
}

/** One entry a line; empty lines hold none. */
export const textToLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
