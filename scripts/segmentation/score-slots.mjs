/** Slots against gold: one to one, same type and paragraph, overlap by union of at least 0.6; best pairs first. */
const FLOOR = 0.6
const OUT_OF_SCOPE = new Set(['clutter', 'byline', 'phu_luc'])

/** [{type, precision, recall, f1, count}] by type; types that gold does not list in full have no precision. */
export function scoreSlots(results) {
  const table = new Map()
  const of = (type) => table.get(type) ?? table.set(type, { hit: 0, wanted: 0, right: 0, found: 0 }).get(type)
  const partial = new Set(results.flatMap(({ gold }) => gold.slot_scope?.partial ?? []))
  for (const { gold, prediction } of results) {
    const outside = new Set(
      gold.paragraphs
        .filter(({ section, role }) => OUT_OF_SCOPE.has(section) || role.startsWith('table'))
        .map(({ index }) => index),
    )
    const inScope = ({ paragraph }) => !outside.has(paragraph)
    const [wanted, found] = [gold.slots.filter(inScope), prediction.slots.filter(inScope)]
    const pairs = pair(wanted, found)
    for (const [at, slot] of wanted.entries()) {
      of(slot.type).wanted += 1
      of(slot.type).hit += pairs.has(at)
    }
    const used = new Set(pairs.values())
    for (const [at, slot] of found.entries()) {
      of(slot.type).found += 1
      of(slot.type).right += used.has(at)
    }
  }
  return [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, { wanted }]) => wanted > 0)
    .map(([type, { hit, wanted, right, found }]) => {
      const recall = hit / wanted
      const precision = partial.has(type) || found === 0 ? undefined : right / found
      const f1 = precision === undefined ? undefined : (2 * precision * recall) / Math.max(1e-9, precision + recall)
      return { type, precision, recall, f1, count: wanted }
    })
}

function pair(wanted, found) {
  const candidates = wanted
    .flatMap((a, i) =>
      found.flatMap((b, j) => (a.type === b.type && a.paragraph === b.paragraph ? [[overlap(a, b), i, j]] : [])),
    )
    .filter(([share]) => share >= FLOOR)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const pairs = new Map()
  const used = new Set()
  for (const [, i, j] of candidates) {
    if (pairs.has(i) || used.has(j)) continue
    pairs.set(i, j)
    used.add(j)
  }
  return pairs
}

function overlap(a, b) {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return Math.max(0, common) / Math.max(1, Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
