/** A page asks for nothing here but to put text on the clipboard. */
import type { Session } from 'electron'

const ALLOWED = new Set<string>(['clipboard-sanitized-write'])

/** Says no to every permission and every device, asked or looked up. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(ALLOWED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null))
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))
}
