/** Events to the open windows: one line of JSON each, over answers that stay open. */
import type { ServerResponse } from 'node:http'
import type { AppEvent } from '../contract/events'

export interface EventStream {
  readonly connect: (response: ServerResponse) => void
  readonly send: (event: AppEvent) => void
  readonly openCount: () => number
  readonly close: () => void
}

const BEAT_MS = 15_000

/** `onUnused` is told whenever the last window has gone. */
export function createEventStream(onUnused: () => void = () => undefined): EventStream {
  const open = new Set<ServerResponse>()
  // An empty line now and then shows that a window which went away without a word is gone.
  const beat = setInterval(() => open.forEach((response) => response.write('\n')), BEAT_MS)
  beat.unref()
  return {
    connect: (response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' })
      response.write('\n')
      open.add(response)
      response.once('close', () => {
        open.delete(response)
        if (open.size === 0) onUnused()
      })
    },
    send: (event) => open.forEach((response) => response.write(`${JSON.stringify(event)}\n`)),
    openCount: () => open.size,
    close: () => {
      clearInterval(beat)
      open.forEach((response) => response.end())
    },
  }
}
