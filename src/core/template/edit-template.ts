/** A learned template with an officer's edits: she sees and saves it, and it holds when samples are added later. */
import type { Seen, SeenFigure, SeenText, Spread, Template, TemplateSection } from './template'
import type { TemplateEdit } from './template-edit'

export interface EditedTemplate {
  /** With the edits behind those it had already. */
  readonly template: Template
  /** Edits that found no section to change; they are kept, for the section may come back. */
  readonly lost: readonly TemplateEdit[]
  /** Id of a section that was merged → the id of the one it went to. */
  readonly mergedInto: ReadonlyMap<string, string>
}

export function applyTemplateEdits(template: Template, edits: readonly TemplateEdit[]): EditedTemplate {
  if (edits.length === 0) return { template, lost: [], mergedInto: new Map() }
  const lost: TemplateEdit[] = []
  const merged = new Map<string, string>()
  let sections = template.sections
  for (const edit of edits) {
    const next = editSections(sections, edit)
    if (!next) lost.push(edit)
    else {
      sections = next
      if (edit.kind === 'merge') {
        // Whatever stood under that id before, it is a section now.
        merged.delete(edit.into)
        merged.set(edit.section, edit.into)
      }
    }
  }
  const mergedInto = new Map([...merged.keys()].map((id) => [id, lastOf(id, merged)]))
  const known = new Set(idsOf(sections))
  return {
    template: {
      ...template,
      sections: withKnownPositions(sections, known, mergedInto),
      edits: [...(template.edits ?? []), ...edits],
    },
    lost,
    mergedInto,
  }
}

function lastOf(id: string, merged: ReadonlyMap<string, string>): string {
  const next = merged.get(id)
  return next === undefined || next === id ? id : lastOf(next, merged)
}

type Sections = readonly TemplateSection[]

/** `undefined` where the edit names what is not there, or would put a section into itself. */
function editSections(sections: Sections, edit: TemplateEdit): Sections | undefined {
  if (edit.kind === 'add') return added(sections, edit)
  const section = findSection(sections, edit.section)
  if (!section) return undefined
  switch (edit.kind) {
    case 'rename':
      return changed(sections, section.id, (found) => [{ ...found, heading: edit.heading }])
    case 'require':
      return changed(sections, section.id, (found) => [{ ...found, isRequired: edit.isRequired }])
    case 'remove':
      return without(sections, section.id)
    case 'merge':
      return into(sections, section, edit.into, mergeSections)
    case 'nest':
      return into(sections, section, edit.into, (target, guest) => ({
        ...target,
        sections: [...target.sections, guest],
      }))
    case 'split': {
      const parent = parentOf(sections, section.id)
      return parent && changed(without(sections, section.id), parent.id, (found) => [found, section])
    }
    case 'move':
      return moved(sections, section, edit.after)
  }
}

const idsOf = (sections: Sections): readonly string[] =>
  sections.flatMap((section) => [section.id, ...idsOf(section.sections)])

/** The section of that id, at any depth. */
export function findSection(sections: Sections, id: string): TemplateSection | undefined {
  for (const section of sections) {
    const found = section.id === id ? section : findSection(section.sections, id)
    if (found) return found
  }
  return undefined
}

/** The section in which that one stands; `undefined` at the top. */
export function parentOf(sections: Sections, id: string): TemplateSection | undefined {
  for (const section of sections) {
    if (section.sections.some((inner) => inner.id === id)) return section
    const found = parentOf(section.sections, id)
    if (found) return found
  }
  return undefined
}

function changed(sections: Sections, id: string, change: (section: TemplateSection) => Sections): Sections {
  return sections.flatMap((section) =>
    section.id === id ? change(section) : [{ ...section, sections: changed(section.sections, id, change) }],
  )
}

const without = (sections: Sections, id: string): Sections => changed(sections, id, () => [])

function into(
  sections: Sections,
  section: TemplateSection,
  target: string,
  join: (target: TemplateSection, guest: TemplateSection) => TemplateSection,
): Sections | undefined {
  if (target === section.id || findSection(section.sections, target) || !findSection(sections, target)) return undefined
  return changed(without(sections, section.id), target, (found) => [join(found, section)])
}

function moved(sections: Sections, section: TemplateSection, after: string | undefined): Sections | undefined {
  const parent = parentOf(sections, section.id)
  const others = (parent?.sections ?? sections).filter(({ id }) => id !== section.id)
  const at = after === undefined ? 0 : others.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && at === 0) return undefined
  const reordered = [...others.slice(0, at), section, ...others.slice(at)]
  return parent ? changed(sections, parent.id, (found) => [{ ...found, sections: reordered }]) : reordered
}

function added(sections: Sections, edit: Extract<TemplateEdit, { kind: 'add' }>): Sections | undefined {
  if (findSection(sections, edit.section)) return sections
  const section: TemplateSection = {
    id: edit.section,
    heading: edit.heading,
    isHeadingPrinted: sections.some(({ isHeadingPrinted }) => isHeadingPrinted),
    ...(edit.role ? { role: edit.role } : {}),
    isRequired: false,
    otherPositions: [],
    cues: [],
    openers: [],
    boilerplate: [],
    mentions: [],
    usualFigures: [],
    guidance: '',
    phrases: [],
    starter: [],
    sections: [],
  }
  if (edit.after === undefined) return [...sections, section]
  if (!findSection(sections, edit.after)) return undefined
  return changed(sections, edit.after, (found) => [found, section])
}

function mergeSections(target: TemplateSection, guest: TemplateSection): TemplateSection {
  const seenIn = mergeSeenIn(target.seenIn, guest.seenIn)
  const [usualLength, usualParagraphs] = [
    mergeSpread(target.usualLength, guest.usualLength),
    mergeSpread(target.usualParagraphs, guest.usualParagraphs),
  ]
  return {
    ...target,
    isRequired: target.isRequired || guest.isRequired,
    ...(seenIn ? { seenIn } : {}),
    cues: mergeTexts(target.cues, guest.cues),
    openers: mergeTexts(target.openers, guest.openers),
    boilerplate: mergeTexts(target.boilerplate, guest.boilerplate),
    mentions: [...new Set([...target.mentions, ...guest.mentions])],
    usualFigures: mergeBy<SeenFigure>(target.usualFigures, guest.usualFigures, ({ type, words }) => `${type} ${words}`),
    guidance: [target.guidance, guest.guidance].filter((words) => words !== '').join('\n'),
    phrases: [...new Set([...target.phrases, ...guest.phrases])],
    starter: [...target.starter, ...guest.starter],
    ...(usualLength ? { usualLength } : {}),
    ...(usualParagraphs ? { usualParagraphs } : {}),
    sections: [...target.sections, ...guest.sections],
  }
}

function mergeSeenIn(a: TemplateSection['seenIn'], b: TemplateSection['seenIn']): TemplateSection['seenIn'] {
  if (!a || !b) return a ?? b
  return { ...mergeSeen(a, b), of: Math.max(a.of, b.of) }
}

/** Together in the samples either was in; where samples are not named, at least in as many as the more frequent one. */
function mergeSeen(a: Seen, b: Seen): Seen {
  if (!a.samples || !b.samples) return { count: Math.max(a.count, b.count) }
  const samples = [...new Set([...a.samples, ...b.samples])].sort((x, y) => x - y)
  return { count: samples.length, samples }
}

/** A sample may have either or both, and what lies in the middle then is unknown. */
function mergeSpread(a: Spread | undefined, b: Spread | undefined): Spread | undefined {
  return a && b ? { min: Math.min(a.min, b.min), max: a.max + b.max } : (a ?? b)
}

const mergeTexts = (a: readonly SeenText[], b: readonly SeenText[]): readonly SeenText[] =>
  mergeBy(a, b, ({ text }) => text)

function mergeBy<T extends Seen>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const both = a.map((item) => {
    const other = b.find((candidate) => keyOf(candidate) === keyOf(item))
    return other ? { ...item, ...mergeSeen(item, other) } : item
  })
  const known = new Set(a.map(keyOf))
  return [...both, ...b.filter((item) => !known.has(keyOf(item)))]
}

/** A place behind a section that was merged is one behind what it went to; one behind a removed section says nothing. */
function withKnownPositions(
  sections: Sections,
  known: ReadonlySet<string>,
  mergedInto: ReadonlyMap<string, string>,
): Sections {
  return sections.map((section) => ({
    ...section,
    otherPositions: section.otherPositions.flatMap((position) => {
      const after = mergedInto.get(position.after) ?? position.after
      return known.has(after) && after !== section.id ? [{ ...position, after }] : []
    }),
    sections: withKnownPositions(section.sections, known, mergedInto),
  }))
}
