/**
 * Steps from one schema version to the next, for reports, templates and settings alike.
 * A step works on plain JSON, never on today's types, so that it means in ten years what it means today.
 */
import { err, ok, type Result } from './result'

export type Json = { readonly [key: string]: unknown }

export interface Migration {
  /** The version this step leads to: one above the version it reads. */
  readonly to: number
  readonly name: string
  readonly up: (json: Json) => Json
}

export type MigrationFailure =
  { readonly kind: 'noVersion' } | { readonly kind: 'tooNew'; readonly fileVersion: number }

/** Brings a document to `current`. The chain must rise by one from 2; a test checks it. */
export function migrate(json: Json, chain: readonly Migration[], current: number): Result<Json, MigrationFailure> {
  const version = json['schemaVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return err({ kind: 'noVersion' })
  if (version > current) return err({ kind: 'tooNew', fileVersion: version })
  return ok(
    chain
      .filter((step) => step.to > version && step.to <= current)
      .reduce((document, step) => ({ ...step.up(document), schemaVersion: step.to }), json),
  )
}
