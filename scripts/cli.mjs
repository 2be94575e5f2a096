/** `npm run --silent cli -- COMMAND …`: the same services without a window. stdout is the command's alone. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, projectFolder } from './bootstrap.mjs'

const node = await prepare()
// npm runs scripts in the project's folder; paths on the command line are meant from where the officer stands.
const cwd = process.env.INIT_CWD ?? process.cwd()
const child = spawn(node, [join(projectFolder, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
