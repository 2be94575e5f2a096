/**
 * Sample work in a thread of its own: one task at a time, each with limits of time and memory. A task that passes one,
 * or is broken off, ends its thread; the next one starts a new one. The thread holds nothing that a later task needs.
 */
import { Worker } from 'node:worker_threads'
import { err } from '../../core/result'
import { WriterQueue } from '../writer-queue'
import type { SampleTask, SampleTaskResults, SampleWork } from '../sample-work'

interface ThreadLimits {
  readonly taskMs: number
  /** By which the whole program may grow: what is unpacked lies beside the objects, where no limit of a thread reaches. */
  readonly growthMb: number
  /** Of the objects of the thread. The last resort, above the growth: a thread at its own limit may take the program along. */
  readonly heapMb: number
}

/** With the program's own start and memory each document ends within 10 s and 500 MB. */
const LIMITS: ThreadLimits = { taskMs: 8_000, growthMb: 350, heapMb: 400 }
/** Of what has just been made: left to itself it takes most of the growth before anything is cleared away. */
const YOUNG_HEAP_MB = 32

const MB = 1024 * 1024
/** An unpacked megabyte takes milliseconds: so often the growth is looked at. */
const WATCH_MS = 20

type Outcome = SampleTaskResults[SampleTask['kind']]

/** `script` is the built `sample-worker.js`. A fault inside the thread rejects, as it would here. */
export function createThreadedSampleWork(script: string, given: Partial<ThreadLimits> = {}): SampleWork {
  const limits = { ...LIMITS, ...given }
  let thread: Worker | undefined
  const queue = new WriterQueue()

  const end = async (): Promise<void> => {
    const ended = thread
    thread = undefined
    await ended?.terminate()
  }

  const perform = (task: SampleTask, stop: AbortSignal | undefined): Promise<Outcome> => {
    if (stop?.aborted) return Promise.resolve(err({ code: 'cancelled' }))
    const worker = (thread ??= new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    }))
    worker.ref()
    return new Promise<Outcome>((resolve, reject) => {
      const settle = (finish: () => void, isThreadLost: boolean) => {
        clearTimeout(timer)
        clearInterval(watch)
        stop?.removeEventListener('abort', onStop)
        worker.off('message', onDone)
        worker.off('error', onFault)
        // An idle thread keeps no program alive.
        worker.unref()
        if (isThreadLost) void end().then(finish)
        else finish()
      }
      const tooHeavy = () => settle(() => resolve(err({ code: 'file.tooHeavy', name: task.name })), true)
      // A thread that has grown far would only be in the way of the next task's limit.
      const onDone = (outcome: Outcome) => settle(() => resolve(outcome), grownMb() > limits.growthMb / 2)
      const onFault = (cause: Error) => {
        if (isOutOfMemory(cause)) tooHeavy()
        else settle(() => reject(cause), true)
      }
      const onStop = () => settle(() => resolve(err({ code: 'cancelled' })), true)
      const before = process.memoryUsage.rss()
      const grownMb = () => (process.memoryUsage.rss() - before) / MB
      const timer = setTimeout(tooHeavy, limits.taskMs)
      const watch = setInterval(() => {
        if (grownMb() > limits.growthMb) tooHeavy()
      }, WATCH_MS)
      stop?.addEventListener('abort', onStop)
      worker.on('message', onDone)
      worker.on('error', onFault)
      worker.postMessage(task)
    })
  }

  return {
    run: <K extends SampleTask['kind']>(task: SampleTask, stop?: AbortSignal) =>
      queue.run(() => perform(task, stop)) as Promise<SampleTaskResults[K]>,
    close: end,
  }
}

const isOutOfMemory = (cause: Error): boolean => 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
