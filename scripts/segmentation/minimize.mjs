/** Limited-memory BFGS (Nocedal 1980) with halving steps. No randomness: the same function gives the same minimum. */
const MEMORY = 8
const ENOUGH = 1e-4

/** `evaluate(x, gradient)` fills the gradient and returns the value. Changes `x` in place. */
export function minimize(x, evaluate, { iterations }) {
  const size = x.length
  let gradient = new Float64Array(size)
  let value = evaluate(x, gradient)
  const history = []
  for (let round = 0; round < iterations; round += 1) {
    const direction = directionOf(gradient, history)
    const slope = dot(direction, gradient)
    if (slope > -1e-12) break
    let step = round === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1
    const candidate = new Float64Array(size)
    const nextGradient = new Float64Array(size)
    let next = Infinity
    for (let attempt = 0; attempt < 30; attempt += 1) {
      for (let at = 0; at < size; at += 1) candidate[at] = x[at] + step * direction[at]
      next = evaluate(candidate, nextGradient)
      if (next <= value + ENOUGH * step * slope) break
      step /= 2
    }
    if (!(next < value)) break
    const moved = new Float64Array(size)
    const turned = new Float64Array(size)
    for (let at = 0; at < size; at += 1) {
      moved[at] = candidate[at] - x[at]
      turned[at] = nextGradient[at] - gradient[at]
    }
    const curvature = dot(moved, turned)
    if (curvature > 1e-10) {
      history.push({ moved, turned, rho: 1 / curvature })
      if (history.length > MEMORY) history.shift()
    }
    x.set(candidate)
    gradient = nextGradient
    const gain = value - next
    value = next
    if (gain < 1e-6 * Math.max(1, Math.abs(value))) break
  }
  return value
}

function directionOf(gradient, history) {
  const direction = Float64Array.from(gradient, (value) => -value)
  const factors = []
  for (const { moved, turned, rho } of [...history].reverse()) {
    const factor = rho * dot(moved, direction)
    factors.push(factor)
    add(direction, turned, -factor)
  }
  const last = history.at(-1)
  if (last) {
    const scale = dot(last.moved, last.turned) / dot(last.turned, last.turned)
    for (let at = 0; at < direction.length; at += 1) direction[at] *= scale
  }
  for (const { moved, turned, rho } of history) {
    const factor = factors.pop() - rho * dot(turned, direction)
    add(direction, moved, factor)
  }
  return direction
}

function dot(a, b) {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at]
  return sum
}

function add(target, source, factor) {
  for (let at = 0; at < target.length; at += 1) target[at] += factor * source[at]
}
