/**
 * Reads a report of a newer version as far as this program knows it: for looking at, never for writing back.
 * What the schema does not know is left out of the view, and a notice counts it; the file keeps everything.
 */
import { parseJsonObject } from '../core/json-text'
import type { Json } from '../core/migrations'
import type { Noted } from '../core/notice'
import { REPORT_SCHEMA_VERSION, ReportSchema, type Report } from '../core/report/report'

/** Each round can uncover faults one level deeper. */
const MAX_ROUNDS = 100

export function readNewerReport(json: string): Noted<Report> | undefined {
  const object = parseJsonObject(json)
  if (!object.ok) return undefined
  const fileVersion = object.value['schemaVersion']
  const view: Json = { ...object.value, schemaVersion: REPORT_SCHEMA_VERSION }
  let hidden = 0
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const parsed = ReportSchema.safeParse(view)
    if (parsed.success) {
      const data = { fileVersion: typeof fileVersion === 'number' ? fileVersion : 0, hidden }
      return { value: parsed.data, notices: [{ code: 'report.newerVersion', severity: 'warning', data }] }
    }
    const unknown = parsed.error.issues.flatMap((issue) => unknownPlaces(view, issue))
    const taken = takeOut(unknown)
    if (taken === 0) return undefined
    hidden += taken
  }
  return undefined
}

type Path = readonly PropertyKey[]

/** What zod says about a place: as much of it as is needed to find what to leave out. */
interface Issue {
  readonly code?: string
  readonly path: Path
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly Issue[])[]
}

interface UnknownPlace {
  readonly holder: object
  readonly key: PropertyKey
}

function unknownPlaces(view: unknown, issue: Issue, before: Path = []): UnknownPlace[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'unrecognized_keys') return (issue.keys ?? []).flatMap((key) => placeAt(view, [...path, key]))
  // Of a union, the branch whose type fits tells what is wrong inside; where none fits the whole thing is unknown.
  const branch = issue.errors?.find((issues) => issues.length > 0 && !issues.some(isAboutType))
  if (branch) return branch.flatMap((inner) => unknownPlaces(view, inner, path))
  // An unknown value goes with the list element it stands in; elsewhere only the property goes.
  const index = path.findLastIndex((key) => typeof key === 'number')
  return placeAt(view, index < 0 ? path : path.slice(0, index + 1))
}

const isAboutType = (issue: Issue): boolean => issue.path.length === 1 && issue.path[0] === 'type'

function placeAt(view: unknown, path: Path): UnknownPlace[] {
  const key = path.at(-1)
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (isObject(value) ? Reflect.get(value, step) : undefined), view)
  return key !== undefined && isObject(holder) && Object.hasOwn(holder, key) ? [{ holder, key }] : []
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Says how many things went. Several issues may name one place; elements go from the last, so indices stay true. */
function takeOut(places: readonly UnknownPlace[]): number {
  const keysOf = new Map<object, Set<PropertyKey>>()
  for (const { holder, key } of places) keysOf.set(holder, (keysOf.get(holder) ?? new Set()).add(key))
  let taken = 0
  for (const [holder, keys] of keysOf) {
    taken += keys.size
    if (Array.isArray(holder)) for (const index of descending(keys)) holder.splice(index, 1)
    else for (const key of keys) Reflect.deleteProperty(holder, key)
  }
  return taken
}

const descending = (keys: ReadonlySet<PropertyKey>): readonly number[] => [...keys].map(Number).sort((a, b) => b - a)
