/** The file of weights as text, one row of weights a line, so that a change of weights reads as a change of rows. */
const DEEPEST = 4

export function weightsText(value) {
  return `${write(value, 0)}\n`
}

function write(value, depth) {
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value)
  const isRow = isTable && Object.values(value).every((entry) => typeof entry === 'number')
  if (!isTable || (isRow && depth > 2) || depth > DEEPEST) return JSON.stringify(value)
  const inner = ' '.repeat(depth + 1)
  const lines = Object.entries(value).map(([key, entry]) => `${inner}${JSON.stringify(key)}:${write(entry, depth + 1)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${' '.repeat(depth)}}`
}
