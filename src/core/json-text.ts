/** JSON at the border: text ↔ plain values, with one order of keys so that hashes and differences mean something. */
import { err, ok, type Result } from './result'
import type { Json } from './migrations'

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
/** A normalised report stays below: sections, then lists in lists, then inline content. */
const MAX_DEPTH = 64

/** A JSON object without keys that reach into prototypes. The error is a short English reason for the log. */
export function parseJsonObject(text: string): Result<Json, string> {
  let value: unknown
  try {
    // Editors of Windows put a byte order mark before the text; JSON does not know it.
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : 'not JSON')
  }
  if (!isPlainObject(value)) return err('not a JSON object')
  const problem = findForbidden(value, 0)
  return problem ? err(problem) : ok(value)
}

function isPlainObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function findForbidden(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return 'nested too deeply'
  if (Array.isArray(value)) {
    for (const item of value) {
      const problem = findForbidden(item, depth + 1)
      if (problem) return problem
    }
    return undefined
  }
  if (!isPlainObject(value)) return undefined
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return `forbidden key ${key}`
    const problem = findForbidden(inner, depth + 1)
    if (problem) return problem
  }
  return undefined
}

/** The same value gives the same text: keys sorted, `schemaVersion`, `kind`, `type` and `id` first, undefined left out. */
export function serializeJson(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sortKeys(inner) : inner), 1)
}

const LEADING = ['schemaVersion', 'kind', 'type', 'id']

function sortKeys(value: Json): Json {
  const rank = (key: string): number => (LEADING.includes(key) ? LEADING.indexOf(key) : LEADING.length)
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(keys.map((key) => [key, value[key]]))
}
