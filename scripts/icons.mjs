/** Draws resources/icons/icon.svg in the sizes the systems want: PNG, Windows' ICO, macOS' ICNS. Run after changing the SVG. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { projectFolder } from './bootstrap.mjs'
import { findBrowser } from './find-browser.mjs'

const folder = join(projectFolder, 'resources', 'icons')
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')

const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
// Types of the ICNS container that hold PNG: 128, 256, 512, 1024 pixels.
const ICNS_TYPES = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }

const browser = await chromium.launch({
  executablePath: findBrowser() ?? chromium.executablePath(),
  chromiumSandbox: process.getuid?.() !== 0,
})
const page = await browser.newPage()
const pngs = new Map()
for (const size of new Set([...ICO_SIZES, ...Object.values(ICNS_TYPES)])) pngs.set(size, await draw(size))
await browser.close()

writeFileSync(join(folder, 'icon.png'), pngs.get(1024))
writeFileSync(join(folder, 'icon.ico'), ico(ICO_SIZES))
writeFileSync(join(folder, 'icon.icns'), icns())

async function draw(size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  return await page.screenshot({ omitBackground: true })
}

/** A directory of PNG pictures. */
function ico(sizes) {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = 6 + 16 * sizes.length
  const entries = sizes.map((size) => {
    const entry = Buffer.alloc(16)
    // 0 stands for 256.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(pngs.get(size).length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += pngs.get(size).length
    return entry
  })
  return Buffer.concat([header, ...entries, ...sizes.map((size) => pngs.get(size))])
}

function icns() {
  const chunks = Object.entries(ICNS_TYPES).map(([type, size]) => chunk(type, pngs.get(size)))
  return chunk('icns', Buffer.concat(chunks))
}

function chunk(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
