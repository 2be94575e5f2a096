/** Entry of the thread that reads and labels documents. It keeps nothing between two tasks. */
import { parentPort } from 'node:worker_threads'
import { runSampleTask, type SampleTask } from '../sample-work'

parentPort?.on('message', (task: SampleTask) => {
  // A fault rejects and ends the thread: the other side hears it as the task's own.
  void runSampleTask(task).then((outcome) => parentPort?.postMessage(outcome))
})
