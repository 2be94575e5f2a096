/** Prints what a bench measured, and remembers whether a goal was missed. */
import { cpus } from 'node:os'

export function openReport(title) {
  console.log(`\n== ${title} (Node ${process.version}, ${cpus().length} cores)`)
  return {
    figure: (what, value) => console.log(`   ${what}: ${value}`),
    /** `limit`: { most } or { least }; without one the ratio is only reported. */
    ratio: (what, { median, lowest, highest }, limit = {}) => {
      const isMet =
        (limit.most === undefined || median <= limit.most) && (limit.least === undefined || median >= limit.least)
      const goal =
        limit.most !== undefined ? `≤ ${limit.most}` : limit.least !== undefined ? `≥ ${limit.least}` : 'reported'
      console.log(
        `   ${what}: ${round(median)} [${round(lowest)}–${round(highest)}]  ${goal}  ${isMet ? 'ok' : 'MISSED'}`,
      )
      if (!isMet) process.exitCode = 1
    },
  }
}

const round = (value) => (value >= 10 ? value.toFixed(1) : value.toFixed(2))
