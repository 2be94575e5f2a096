import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../src/renderer')
const css = readFileSync(join(renderer, 'ui/tokens.css'), 'utf8')

function tokensOf(selector: RegExp): Map<string, string> {
  const block = selector.exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const light = tokensOf(/:root,\s*\.on-paper \{([^}]*)\}/)
const dark = new Map([...light, ...tokensOf(/:root\[data-theme='dark'\] \{([^}]*)\}/)])

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const TEXT_PAIRS: ReadonlyArray<readonly [ink: string, ground: string]> = [
  ...['--ink', '--muted', '--accent', '--good', '--warn', '--bad'].flatMap((ink): [string, string][] => [
    [ink, '--panel'],
    [ink, '--desk'],
  ]),
  ...['--ink', '--muted', '--accent'].flatMap((ink): [string, string][] => [
    [ink, '--hover'],
    [ink, '--accent-soft'],
  ]),
  ['--good', '--good-soft'],
  ['--warn', '--warn-soft'],
  ['--bad', '--bad-soft'],
  ['--ink', '--warn-soft'],
  ['--ink', '--bad-soft'],
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-strong'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((band): [string, string] => ['--band-ink', `--band-${band}`]),
  ['--paper-ink', '--paper'],
  ['--paper-muted', '--paper'],
  ['--paper-accent', '--paper-accent-soft'],
  ['--paper-warn', '--paper-warn-soft'],
  ['--paper-ink', '--paper-accent-soft'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the %s theme', (_name, tokens) => {
  it.each(TEXT_PAIRS)('%s reads on %s', (ink, ground) => {
    expect(contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edge of a field', () => {
    for (const ground of ['--panel', '--desk'])
      expect(contrast(tokens.get('--line-strong') ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(3)
  })
})

describe('the style sheets', () => {
  const sheets = globSync('**/*.css', { cwd: renderer }).filter((name) => name !== join('ui', 'tokens.css'))

  it.each(sheets)('%s names colours and pixels only by their tokens', (name) => {
    const words = readFileSync(join(renderer, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    expect(words).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/i)
    const pixels = [...words.matchAll(/(?<![\w.-])(\d+(?:\.\d+)?)px/g)]
      .map((match) => match[0])
      .filter((size) => size !== '1px')
    expect(pixels).toEqual([])
  })
})
