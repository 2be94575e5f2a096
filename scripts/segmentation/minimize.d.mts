export function minimize(
  x: Float64Array,
  evaluate: (x: Float64Array, gradient: Float64Array) => number,
  options: { readonly iterations: number },
): number
