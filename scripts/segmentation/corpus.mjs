/** The documents that segmentation is trained and measured on: bytes as a reader gets them, and gold beside them. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseMarked } from '../../tests/corpora/segmentation/marked.mjs'

export const projectFolder = resolve(import.meta.dirname, '..', '..')

/** The documents of a folder, marked or with a gold file beside them, by name. */
export function loadFolder(folder, { gold = folder, onBad = rethrow } = {}) {
  if (!existsSync(gold)) return undefined
  const names = readdirSync(gold)
  const marked = names
    .filter((name) => name.endsWith('.marked.txt'))
    .flatMap((file) => {
      const parsed = parse(join(gold, file), file, onBad)
      if (!parsed) return []
      const name = file.replace(/\.marked\.txt$/, '')
      return {
        name,
        path: join(gold, file),
        sha256: parsed.sha256,
        file: `${name}.txt`,
        bytes: Buffer.from(parsed.text),
        gold: parsed.gold,
        headings: parsed.headings,
        source: parsed.source ?? name,
      }
    })
  const plain = names
    .filter((name) => name.endsWith('.gold.json'))
    .map((goldFile) => {
      const name = goldFile.replace(/\.gold\.json$/, '')
      const file = readdirSync(folder).find(
        (entry) => /\.(txt|html?)$/.test(entry) && entry.replace(/\.[^.]+$/, '') === name,
      )
      const bytes = readFileSync(join(folder, file))
      const content = JSON.parse(readFileSync(join(gold, goldFile), 'utf8'))
      return {
        name,
        path: join(folder, file),
        file,
        bytes,
        sha256: sha256Of(bytes),
        gold: content,
        headings: headingsOf(content),
        source: name,
      }
    })
  return [...marked, ...plain].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function parse(path, file, onBad) {
  try {
    const source = readFileSync(path)
    return { ...parseMarked(source.toString('utf8'), file), sha256: sha256Of(source) }
  } catch (error) {
    return onBad(error)
  }
}

function rethrow(error) {
  throw error
}

/** A formal report has headings where at least three paragraphs of it are. */
function headingsOf(gold) {
  if (gold.genre !== 'formal') return undefined
  return gold.paragraphs.filter((paragraph) => paragraph.role === 'heading').length >= 3 ? 'yes' : 'no'
}

/** `news`, `formal with headings`, `formal without headings`. */
export function groupOf(document) {
  if (document.gold.genre === 'news') return 'news'
  return document.headings === 'no' ? 'formal without headings' : 'formal with headings'
}

export const sha256Of = (bytes) => createHash('sha256').update(bytes).digest('hex')
