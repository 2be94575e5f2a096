// The dependency rule of docs/architecture.md as rows: "a file of this layer may import nothing but …".
// One row a layer and one row a package family; there is no list of exceptions.
const layer = (name) => `^src/${name}/`
const onlyLayers = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: layer(name) },
  to: { path: '^src/', pathNot: [name, ...allowed].map(layer) },
})
const packageOnlyIn = (rule, packages, places) => ({
  name: rule,
  severity: 'error',
  from: { path: '^src/', pathNot: places },
  to: { path: packages },
})

module.exports = {
  forbidden: [
    onlyLayers('core', []),
    onlyLayers('formats', ['core']),
    onlyLayers('contract', ['core']),
    onlyLayers('services', ['core', 'formats', 'contract']),
    onlyLayers('host', ['core', 'contract', 'services']),
    onlyLayers('main', ['core', 'contract', 'services', 'host']),
    onlyLayers('browser-host', ['core', 'contract', 'services', 'host']),
    onlyLayers('cli', ['core', 'contract', 'services', 'host']),
    onlyLayers('preload', ['contract']),
    onlyLayers('renderer', ['core', 'contract']),
    packageOnlyIn('lexical-only-in-the-editor', '^node_modules/(lexical|@lexical)/', ['^src/renderer/editor/']),
    packageOnlyIn('electron-only-in-its-shell', '^node_modules/(electron|electron-store)/', ['^src/main/', '^src/preload/']),
    packageOnlyIn('file-formats-only-in-formats', '^node_modules/(docx|fflate|htmlparser2|domhandler|unpdf|saxes)/', ['^src/formats/']),
    packageOnlyIn('zod-only-at-the-borders', '^node_modules/zod/', ['^src/core/', '^src/contract/']),
    {
      name: 'node-modules-of-node-only-below-the-hosts',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/services/node/', '^src/host/', '^src/main/', '^src/browser-host/', '^src/cli/'] },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved-import', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json', '.css'] },
  },
}
