/**
 * What a probability is worth: the trials' probabilities in order, pooled until the share of right labels rises with
 * them (pool adjacent violators, Ayer 1955), each step over enough paragraphs to be a share at all.
 */
const top = (label) => label.split('/')[0]
const SMALLEST_STEP = 60

/** [{raw: per mille, percent}], rising, from results whose confidence is the plain probability. */
export function calibrate(results) {
  const points = results
    .flatMap(({ gold, prediction }) =>
      gold.paragraphs.map((paragraph, at) => ({
        raw: Math.round(prediction.paragraphs[at].confidence * 1000),
        right: Number(top(paragraph.section) === top(prediction.paragraphs[at].section)),
      })),
    )
    .sort((a, b) => a.raw - b.raw)
  const steps = []
  for (const { raw, right } of points) {
    const last = steps.at(-1)
    if (last && (last.count < SMALLEST_STEP || last.to === raw)) {
      last.count += 1
      last.right += right
      last.to = raw
    } else steps.push({ from: raw, to: raw, count: 1, right })
    pool(steps)
  }
  pool(steps, true)
  return steps.map((step, at) => ({
    raw: at === 0 ? 0 : step.from,
    percent: Math.round((step.right / step.count) * 100),
  }))
}

function pool(steps, isDone = false) {
  const mean = (step) => step.right / step.count
  while (steps.length > 1) {
    const [before, last] = steps.slice(-2)
    if (!isDone && last.count < SMALLEST_STEP) return
    if (mean(before) < mean(last) && last.count >= SMALLEST_STEP) return
    before.count += last.count
    before.right += last.right
    before.to = last.to
    steps.pop()
  }
}
