import type { Services } from '../contract/services'
import { err, ok } from '../core/result'
import type { Ports } from './service-ports'

/** What the host is and can do. */
export function createHostServices({ host, startNotices, incidents, files, closing }: Ports) {
  return {
    'host.describe': () => Promise.resolve(ok({ ...host, startNotices: [...startNotices] })),
    'host.readIncidents': async () => ok({ text: await incidents.read() }),
    'host.reportIncident': ({ where, message }) =>
      Promise.resolve(ok({ incident: incidents.report(`window: ${where}`, message) })),
    'host.readyToClose': ({ isSaved }) => {
      closing.answer(isSaved)
      return Promise.resolve(ok({}))
    },
    'file.choose': async ({ purpose }) => {
      if (!host.hasFileDialogs) return err({ code: 'capability.absent', capability: 'fileDialogs' })
      const chosen = await files.choose(purpose)
      return chosen.ok ? ok({ files: [...chosen.value] }) : chosen
    },
  } satisfies Partial<Services>
}
