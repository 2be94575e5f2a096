import { registerHooks } from 'node:module'
import { createFakeElectron, type FakeElectron, type FakeSettings } from './fake-electron'

const PLACE = 'fakeElectron'

/**
 * From now on `electron` is the fake, for our sources, the built program and the packages alike. Once per test file;
 * to be called before anything of src/main is imported.
 */
export function useFakeElectron(settings?: FakeSettings): FakeElectron {
  const fake = createFakeElectron(settings)
  Reflect.set(globalThis, PLACE, fake.modules)
  const names = Object.keys(fake.modules).join(', ')
  // A name that is not listed here fails when the importing file is linked.
  const source = `export const { ${names} } = globalThis.${PLACE}; export default globalThis.${PLACE}`
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier.endsWith('/node_modules/electron/index.js')
        ? { url: 'fake:electron', format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'fake:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
  })
  return fake
}
