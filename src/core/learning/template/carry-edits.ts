/**
 * A template learned again, with what the officer had changed by hand. Her changes are what tells the template from the
 * one its samples alone would give; where she changed nothing the new learning holds.
 */
import { serializeJson } from '../../json-text'
import type { SeenText, Template, TemplateSection } from '../../template/template'
import { withKnownSlots } from './learned-slots'

export interface Versions {
  /** Learned from the old samples alone. */
  readonly baseline: Template
  /** As the officer left it. */
  readonly edited: Template
  readonly relearned: Template
}

export function carryEdits({ baseline, edited, relearned }: Versions): Template {
  const pick = <K extends keyof Template>(key: K): Template[K] =>
    isSame(edited[key], baseline[key]) ? relearned[key] : edited[key]
  const slots = slotsOf({ baseline, edited, relearned })
  const trees = { baseline: treeOf(baseline), edited: treeOf(edited), relearned: treeOf(relearned) }
  return {
    ...relearned,
    name: edited.name,
    description: edited.description,
    layouts: pick('layouts'),
    periodKinds: pick('periodKinds'),
    hasParts: pick('hasParts'),
    documentType: pick('documentType'),
    title: pick('title'),
    slots,
    sections: withKnownSlots(levelOf('', trees), slots),
  }
}

const isSame = (a: unknown, b: unknown): boolean => serializeJson({ value: a }) === serializeJson({ value: b })

/** A slot once there is never lost: a report may mention it. One the officer took out stays out. */
function slotsOf({ baseline, edited, relearned }: Versions): Template['slots'] {
  const known = new Set([...edited.slots, ...baseline.slots].map(({ id }) => id))
  return [...edited.slots, ...relearned.slots.filter(({ id }) => !known.has(id))]
}

interface Tree {
  readonly sections: ReadonlyMap<string, TemplateSection>
  /** Empty at the top. */
  readonly parentOf: ReadonlyMap<string, string>
  readonly childrenOf: ReadonlyMap<string, readonly string[]>
}

interface Trees {
  readonly baseline: Tree
  readonly edited: Tree
  readonly relearned: Tree
}

function treeOf(template: Template): Tree {
  const sections = new Map<string, TemplateSection>()
  const parentOf = new Map<string, string>()
  const childrenOf = new Map<string, readonly string[]>()
  const visit = (level: readonly TemplateSection[], parent: string): void => {
    childrenOf.set(
      parent,
      level.map(({ id }) => id),
    )
    for (const section of level) {
      sections.set(section.id, section)
      parentOf.set(section.id, parent)
      visit(section.sections, section.id)
    }
  }
  visit(template.sections, '')
  return { sections, parentOf, childrenOf }
}

/** The sections of one level, each with its inner ones. */
function levelOf(parent: string, trees: Trees): readonly TemplateSection[] {
  return orderOf(parent, trees).flatMap((id) => {
    const section = sectionOf(id, trees)
    return section ? [{ ...section, sections: levelOf(id, trees) }] : []
  })
}

function orderOf(parent: string, trees: Trees): readonly string[] {
  const here = (tree: Tree): readonly string[] =>
    (tree.childrenOf.get(parent) ?? []).filter((id) => homeOf(id, trees) === parent)
  const [own, known, learned] = [here(trees.edited), here(trees.baseline), here(trees.relearned)]
  const common = known.filter((id) => own.includes(id))
  const isReordered = !isSame(
    common,
    own.filter((id) => common.includes(id)),
  )
  return isReordered ? mergeOrders(own, learned) : mergeOrders(learned, own)
}

/** Where a section belongs now; `undefined` where it is gone. */
function homeOf(id: string, { baseline, edited, relearned }: Trees): string | undefined {
  const [was, is, learned] = [baseline, edited, relearned].map((tree) => tree.parentOf.get(id))
  if (is === undefined) return was === undefined ? learned : undefined
  if (was === undefined || is !== was) return is
  if (learned !== undefined) return learned
  // The samples alone no longer give it; what she wrote into it is not thrown away.
  return isTouched(id, { baseline, edited, relearned }) ? is : undefined
}

const isTouched = (id: string, { baseline, edited }: Trees): boolean => {
  const [was, is] = [baseline.sections.get(id), edited.sections.get(id)]
  return !isSame({ ...was, sections: [] }, { ...is, sections: [] })
}

/** The first order whole; what only the second has stands behind its predecessor there. */
function mergeOrders(first: readonly string[], second: readonly string[]): readonly string[] {
  const merged = [...first]
  let place = 0
  for (const id of second) {
    const at = merged.indexOf(id)
    if (at >= 0) place = at + 1
    else {
      merged.splice(place, 0, id)
      place += 1
    }
  }
  return merged
}

/** What an officer may set by hand in a section. */
const SETTABLE = [
  'heading',
  'isHeadingPrinted',
  'isRequired',
  'guidance',
  'phrases',
  'starter',
  'role',
  'field',
  'nearestRole',
] as const

function sectionOf(id: string, { baseline, edited, relearned }: Trees): TemplateSection | undefined {
  const [was, is, learned] = [baseline, edited, relearned].map((tree) => tree.sections.get(id))
  if (!is || !learned || !was) return is ?? learned
  const changed = SETTABLE.filter((key) => !isSame(is[key], was[key]))
  const { role, field, nearestRole, ...rest } = learned
  const label = {
    ...(role ? { role } : {}),
    ...(field ? { field } : {}),
    ...(nearestRole ? { nearestRole } : {}),
  }
  return {
    ...rest,
    ...withoutKeys(label, changed),
    ...Object.fromEntries(changed.flatMap((key) => (is[key] === undefined ? [] : [[key, is[key]]]))),
    cues: carryTexts(was.cues, is.cues, learned.cues),
    openers: carryTexts(was.openers, is.openers, learned.openers),
    boilerplate: carryTexts(was.boilerplate, is.boilerplate, learned.boilerplate),
  }
}

const withoutKeys = (label: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(label).filter(([key]) => !keys.includes(key)))

/** What she struck out stays out, what she wrote stays in. */
function carryTexts(
  was: readonly SeenText[],
  is: readonly SeenText[],
  learned: readonly SeenText[],
): readonly SeenText[] {
  const has = (list: readonly SeenText[], { text }: SeenText): boolean => list.some((other) => other.text === text)
  return [
    ...learned.filter((seen) => !has(was, seen) || has(is, seen)),
    ...is.filter((seen) => !has(was, seen) && !has(learned, seen)),
  ]
}
