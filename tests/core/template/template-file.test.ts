import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SECTION_ROLES, WORK_FIELD_KEYS } from '../../../src/core/section-labels'
import { parseTemplate, serializeTemplate, TEMPLATE_MIGRATIONS } from '../../../src/core/template/template-file'
import {
  PERIOD_KINDS,
  TEMPLATE_SCHEMA_VERSION,
  type Template,
  type TemplateSection,
} from '../../../src/core/template/template'
import { arbitraryText } from '../../support/arbitrary-report'

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,11}$/)
const count = fc.nat(99)
const samples = fc.array(fc.nat(5), { maxLength: 3 })
const seenTexts = fc.array(fc.record({ text: arbitraryText, count, samples }, { requiredKeys: ['text', 'count'] }), {
  maxLength: 3,
})
const figures = fc.array(
  fc.record({ type: fc.constantFrom('quantity' as const, 'ratio' as const), words: arbitraryText, count, samples }),
  { maxLength: 2 },
)
const spread = fc.record({ min: count, median: count, max: count }, { requiredKeys: ['min', 'max'] })
const texts = fc.array(arbitraryText, { maxLength: 3 })

const sectionOf = (depth: number): fc.Arbitrary<TemplateSection> =>
  fc.record(
    {
      id,
      heading: arbitraryText,
      isHeadingPrinted: fc.boolean(),
      isRequired: fc.boolean(),
      otherPositions: fc.array(fc.record({ after: id, count, samples }), { maxLength: 2 }),
      cues: seenTexts,
      openers: seenTexts,
      boilerplate: seenTexts,
      mentions: fc.array(id, { maxLength: 2 }),
      usualFigures: figures,
      guidance: arbitraryText,
      phrases: texts,
      starter: texts,
      sections: depth > 0 ? fc.array(sectionOf(depth - 1), { maxLength: 2 }) : fc.constant([]),
      role: fc.constantFrom(...SECTION_ROLES),
      field: fc.constantFrom(...WORK_FIELD_KEYS),
      nearestRole: fc.constantFrom(...SECTION_ROLES),
      seenIn: fc.record({ count, of: count, samples }, { requiredKeys: ['count', 'of'] }),
      usualLength: spread,
      usualParagraphs: spread,
    },
    {
      requiredKeys: [
        'id',
        'heading',
        'isHeadingPrinted',
        'isRequired',
        'otherPositions',
        'cues',
        'openers',
        'boilerplate',
        'mentions',
        'usualFigures',
        'guidance',
        'phrases',
        'starter',
        'sections',
      ],
    },
  )

const arbitraryTemplate: fc.Arbitrary<Template> = fc.record({
  schemaVersion: fc.constant(TEMPLATE_SCHEMA_VERSION),
  id,
  name: arbitraryText.filter((name) => name !== ''),
  description: arbitraryText,
  kind: fc.constantFrom('formalReport' as const, 'newsAccount' as const),
  layouts: fc.subarray(['party' as const, 'state' as const]),
  periodKinds: fc.subarray([...PERIOD_KINDS]),
  hasParts: fc.boolean(),
  documentType: arbitraryText,
  title: arbitraryText,
  slots: fc.constant([{ id: 'ky', type: 'period' as const, label: 'kỳ' }]),
  sections: fc.array(sectionOf(2), { maxLength: 3 }),
  origin: fc.oneof(
    fc.constant({ kind: 'builtIn' as const }),
    fc.constant({ kind: 'officer' as const }),
    fc.record({
      kind: fc.constant('learned' as const),
      samples: fc.array(fc.record({ name: arbitraryText, sha256: fc.stringMatching(/^[0-9a-f]{64}$/) }), {
        maxLength: 2,
      }),
    }),
  ),
})

const frozen = (version: string): string =>
  readFileSync(new URL(`../../fixtures/template-files/${version}.json`, import.meta.url), 'utf8')

describe('template files', () => {
  it('give back any template as it was', () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        expect(parseTemplate(serializeTemplate(template), 'a')).toEqual({ ok: true, value: template })
      }),
      { numRuns: 200 },
    )
  })

  it('of a newer program are refused by number', () => {
    expect(parseTemplate(`{"schemaVersion":${TEMPLATE_SCHEMA_VERSION + 1}}`, 'mẫu.json')).toEqual({
      ok: false,
      error: { code: 'template.tooNew', name: 'mẫu.json', fileVersion: TEMPLATE_SCHEMA_VERSION + 1 },
    })
  })

  it.each([
    ['half a file', frozen('v1').slice(0, 300)],
    ['no version', '{}'],
    ['an unknown field', frozen('v1').replace('"isRequired"', '"isWanted"')],
    ['a forbidden key', '{"schemaVersion":1,"__proto__":{}}'],
    ['a sample without its hash', frozen('v1').replace(/[0-9a-f]{64}/, 'abc')],
  ])('are refused when damaged: %s', (_what, json) => {
    const parsed = parseTemplate(json, 'mẫu.json')
    expect(parsed.ok ? 'read' : parsed.error.code).toBe('template.damaged')
  })

  it('of version 1 gain empty lists of what was not learned yet, in inner sections too', () => {
    const parsed = parseTemplate(frozen('v1'), 'v1')
    const all = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
      sections.flatMap((section) => [section, ...all(section.sections)])
    const sections = parsed.ok ? all(parsed.value.sections) : []
    expect(sections.length).toBeGreaterThan(3)
    for (const { boilerplate, mentions, usualFigures } of sections)
      expect([boilerplate, mentions, usualFigures]).toEqual([[], [], []])
  })

  it('rise in versions by one from 2 to the present', () => {
    expect(TEMPLATE_MIGRATIONS.map((step) => step.to)).toEqual(
      Array.from({ length: TEMPLATE_SCHEMA_VERSION - 1 }, (_, index) => index + 2),
    )
  })

  it.each(Array.from({ length: TEMPLATE_SCHEMA_VERSION }, (_, index) => `v${index + 1}`))(
    'have a frozen file of each version that is read for ever: %s',
    (version) => {
      const parsed = parseTemplate(frozen(version), version)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
      expect(parsed.value.origin.kind).toBe('learned')
      if (version === `v${TEMPLATE_SCHEMA_VERSION}`)
        expect(frozen(version).trimEnd()).toBe(serializeTemplate(parsed.value))
    },
  )
})
