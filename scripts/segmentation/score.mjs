/** Measures of labels: accuracy, macro-F1, boundaries, clutter, calibration. Same rules as the shared score tool. */
const SUBSTANTIVE = new Set(
  'lead thong_tin_hoi_nghi boi_canh_dac_diem ket_qua han_che nguyen_nhan bai_hoc_kinh_nghiem thao_luan phuong_huong_nhiem_vu phat_bieu_chi_dao khen_thuong kien_nghi_de_xuat ket_luan'.split(
    ' ',
  ),
)
const top = (label) => label.split('/')[0]

/** `results`: [{gold, prediction}] of whole documents. */
export function scoreLabels(results) {
  const [coarse, fine] = [new Map(), new Map()]
  let [right, soft, total] = [0, 0, 0]
  const boundaries = []
  let droppedContent = 0
  for (const { gold, prediction } of results) {
    const wanted = gold.paragraphs.map((paragraph) => paragraph.section)
    const found = wanted.map((_, at) => prediction.paragraphs[at]?.section ?? 'clutter')
    for (const [at, label] of wanted.entries()) {
      count(coarse, top(label), top(found[at]))
      count(fine, label, found[at])
      const isRight = top(label) === top(found[at])
      right += isRight
      soft += isRight || (gold.paragraphs[at].also ?? []).some((also) => top(also) === top(found[at]))
      total += 1
      droppedContent += found[at] === 'clutter' && SUBSTANTIVE.has(top(label))
    }
    const kept = wanted.map((_, at) => at).filter((at) => !['clutter', 'anh_chu_thich'].includes(wanted[at]))
    boundaries.push(
      boundaryMeasures(
        kept.map((at) => top(wanted[at])),
        kept.map((at) => top(found[at])),
      ),
    )
  }
  const f1 = f1Of(coarse)
  const clutter = coarse.get('clutter') ?? [0, 0, 0]
  const substantive = [...f1].filter(([label]) => SUBSTANTIVE.has(label)).map(([, value]) => value)
  return {
    documents: results.length,
    paragraphs: total,
    accuracy: right / total,
    soft: soft / total,
    macroSubstantive: mean(substantive),
    macroCoarse: mean([...f1.values()]),
    macroFine: mean([...f1Of(fine).values()]),
    clutterPrecision: clutter[0] / Math.max(1, clutter[0] + clutter[1]),
    clutterRecall: clutter[0] / Math.max(1, clutter[0] + clutter[2]),
    droppedContent,
    pk: mean(boundaries.map((one) => one.pk)),
    windowDiff: mean(boundaries.map((one) => one.windowDiff)),
    boundarySimilarity: mean(boundaries.map((one) => one.similarity)),
    perLabel: f1,
  }
}

function count(table, wanted, found) {
  const of = (label) => table.get(label) ?? table.set(label, [0, 0, 0]).get(label)
  if (wanted === found) of(wanted)[0] += 1
  else {
    of(wanted)[2] += 1
    of(found)[1] += 1
  }
}

const f1Of = (table) =>
  new Map(
    [...table]
      .map(([label, [hit, wrong, missed]]) => [label, (2 * hit) / (2 * hit + wrong + missed), hit + missed])
      .filter(([, , wanted]) => wanted > 0 || true)
      .filter(([label]) => table.get(label)[0] + table.get(label)[2] > 0)
      .map(([label, value]) => [label, value]),
  )

const mean = (values) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

const bordersOf = (labels) => new Set(labels.map((_, at) => at).filter((at) => at > 0 && labels[at] !== labels[at - 1]))

/** Pk (Beeferman 1999), WindowDiff (Pevzner and Hearst 2002) and boundary similarity (Fournier 2013, near misses of one). */
function boundaryMeasures(wanted, found) {
  const [gold, guess] = [bordersOf(wanted), bordersOf(found)]
  const size = Math.max(2, Math.round(wanted.length / (gold.size + 1) / 2))
  let [differs, counts, windows] = [0, 0, 0]
  for (let at = 0; at < wanted.length - size; at += 1) {
    const within = (borders) => [...borders].filter((border) => border > at && border <= at + size).length
    const [a, b] = [within(gold), within(guess)]
    windows += 1
    differs += a > 0 !== b > 0
    counts += a !== b
  }
  const share = (value) => (windows === 0 ? 0 : value / windows)
  return { pk: share(differs), windowDiff: share(counts), similarity: similarityOf(gold, guess) }
}

function similarityOf(gold, guess) {
  const exact = [...gold].filter((border) => guess.has(border))
  const missed = [...gold].filter((border) => !guess.has(border)).sort((a, b) => a - b)
  const extra = new Set([...guess].filter((border) => !gold.has(border)).sort((a, b) => a - b))
  let near = 0
  for (const border of missed) {
    const other = [...extra].sort((a, b) => a - b).find((candidate) => Math.abs(candidate - border) <= 1)
    if (other === undefined) continue
    extra.delete(other)
    near += 1
  }
  const all = exact.length + missed.length + extra.size
  return all === 0 ? 1 : 1 - (missed.length - near + extra.size + 0.5 * near) / all
}

/** Ten bins of equal width: [{from, count, confidence, right}] and the expected calibration error. */
export function scoreCalibration(results) {
  const bins = Array.from({ length: 10 }, (_, at) => ({ from: at / 10, count: 0, confidence: 0, right: 0 }))
  let total = 0
  for (const { gold, prediction } of results) {
    for (const [at, paragraph] of gold.paragraphs.entries()) {
      const found = prediction.paragraphs[at]
      const bin = bins[Math.min(9, Math.floor((found?.confidence ?? 0) * 10 + 1e-9))]
      bin.count += 1
      bin.confidence += found?.confidence ?? 0
      bin.right += top(paragraph.section) === top(found?.section ?? '')
      total += 1
    }
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, total)
  return { bins, error }
}

const percent = (value) => (value * 100).toFixed(1).padStart(5)

export function labelLine(name, score) {
  return `${name.padEnd(28)} ${String(score.documents).padStart(3)} docs ${String(score.paragraphs).padStart(5)} par  acc ${percent(score.accuracy)} soft ${percent(score.soft)}  macro-F1 subst ${percent(score.macroSubstantive)} all ${percent(score.macroCoarse)} fine ${percent(score.macroFine)}  clutter P ${percent(score.clutterPrecision)} R ${percent(score.clutterRecall)}  dropped ${score.droppedContent}  Pk ${percent(score.pk)} WD ${percent(score.windowDiff)} B ${percent(score.boundarySimilarity)}`
}
