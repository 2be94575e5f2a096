/** electron-builder's afterPack step: turns off, inside Electron's binary, what the program never needs. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/** All of them by name; `strictlyRequireAllFuses` makes a new Electron's new fuse stop the packing. */
export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Bounds checks of WebAssembly by the processor; off would only be slower.
  [FuseV1Options.WasmTrapHandlers]: true,
}

export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename
  const executable = packager.executableName ?? name
  const binary = {
    darwin: join(appOutDir, `${name}.app`),
    win32: join(appOutDir, `${name}.exe`),
    linux: join(appOutDir, executable),
  }[electronPlatformName]
  if (!binary || !existsSync(binary)) throw new Error(`no binary to flip fuses in: ${binary}`)
  await flipFuses(binary, { ...FUSES, resetAdHocDarwinSignature: electronPlatformName === 'darwin' })
}
