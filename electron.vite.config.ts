import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

// Everything is bundled: the packed program carries no node_modules. Chunks are read from the disk, not from the web,
// so their usual size is no matter for a warning.
const chunkSizeWarningLimit = 4000

export default defineConfig({
  main: {
    // The entry for Node declares a `require` of its own beside the one electron-vite puts into the same chunk, and the
    // built program does not start; it only differs in threads, which nobody uses here.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      chunkSizeWarningLimit,
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          'browser-host': at('src/browser-host/index.ts'),
          cli: at('src/cli/index.ts'),
          'sample-worker': at('src/services/node/sample-worker.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: { input: at('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      chunkSizeWarningLimit,
      emptyOutDir: true,
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: at('src/renderer/index.html') },
    },
  },
})
