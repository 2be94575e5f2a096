/** Run as a process of its own: saves without end and prints each number once it is acknowledged. */
import { nodeFs } from '../../src/services/node/node-fs'
import { storeOn } from './report-stores'
import { storedReport } from './stored-report'

const [folder = '', id = ''] = process.argv.slice(2)
const store = storeOn(nodeFs, folder)
const opened = await store.open(id)
let seq = opened.ok ? opened.value.seq : 0
const padding = 'Nội dung báo cáo. '.repeat(2000)

for (let round = 1; ; round += 1) {
  const saved = await store.save(storedReport(id, `${seq + 1} ${padding}`), seq)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  seq = saved.value.seq
  process.stdout.write(`${seq}\n`)
  // Snapshots often, so that many kills fall into one.
  if (round % 5 === 0) await store.close(id)
}
