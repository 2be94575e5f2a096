import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/cli/run-cli'

const root = new URL('../', import.meta.url)
const pages = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

describe('the documents', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const text = readFileSync(new URL(page, root), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
    // The pictures are taken from the running program; until the first one is there, their places stay empty.
    const hasPictures = existsSync(new URL('docs/images/', root))
    const own = links.filter((link) => !/^[a-z]+:/.test(link) && (hasPictures || !link.endsWith('.png')))
    expect(own.filter((link) => !existsSync(new URL(link, new URL(page, root))))).toEqual([])
  })

  it.each(pages)('%s names no folder of a machine', (page) => {
    expect(readFileSync(new URL(page, root), 'utf8')).not.toMatch(
      /(?:^|[\s`(])(?:\/home\/|\/root\/|\/work\/|\/Users\/|[A-Z]:\\)/m,
    )
  })

  it('of the README list every command of the command line', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    for (const command of Object.keys(COMMANDS)) expect(readme).toMatch(new RegExp(`^${command} `, 'm'))
  })
})
