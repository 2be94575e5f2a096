/** Units of WordprocessingML. */

/** Twentieths of a point. */
export const mmToTwips = (mm: number): number => Math.round((mm * 1440) / 25.4)

export const ptToTwips = (pt: number): number => Math.round(pt * 20)

/** Font sizes are counted in half points. */
export const ptToHalfPoints = (pt: number): number => Math.round(pt * 2)
