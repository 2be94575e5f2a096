export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
export function closingLine(counts: Counts, failedStep: string | undefined): string
export function countVitest(report: object | undefined): Counts
export function countPlaywright(report: object | undefined): Counts
export function addCounts(a: Counts, b: Counts): Counts
