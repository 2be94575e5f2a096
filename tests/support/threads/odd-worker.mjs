/** Stands in for the thread that reads documents: does what the name of its task says. */
import { parentPort } from 'node:worker_threads'

let served = 0

parentPort.on('message', ({ name }) => {
  served += 1
  if (name === 'endless') for (;;);
  if (name === 'greedy') {
    const kept = []
    for (;;) kept.push(Array.from({ length: 10_000 }, () => ({ served })))
  }
  if (name === 'bulky') {
    const kept = []
    for (;;) kept.push(new Uint8Array(1 << 20).fill(served))
  }
  if (name === 'faulty') throw new Error('fault inside')
  parentPort.postMessage({ ok: true, value: { name, served } })
})
