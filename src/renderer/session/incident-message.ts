/**
 * What the incident log may hold of a fault: its kind and the places it passed through.
 * Never its message, which may quote what an officer typed.
 */
export function incidentMessage(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s*at\s/.test(line))
  return [cause.name, ...places.map((line) => line.trim())].join('\n').slice(0, 2000)
}
