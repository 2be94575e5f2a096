/** `npm run dist -- --dir|--win|--linux|--mac`: builds, then packs with electron-builder. Other options pass through. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { giveUp, prepare, projectFolder } from './bootstrap.mjs'

const targets = process.argv.slice(2)
if (!targets.some((target) => ['--dir', '--win', '--linux', '--mac'].includes(target))) {
  giveUp('Say what to pack: npm run dist -- --dir | --win | --linux | --mac', 2)
}
const node = await prepare()
const builder = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js')
const child = spawn(node, [builder, ...targets, '--publish', 'never'], { cwd: projectFolder, stdio: 'inherit' })
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
