/** One function a row of the table of calls, on nothing but ports. */
import type { Services } from '../contract/services'
import { createCorrectionServices } from './correction-services'
import { createExportServices } from './export-services'
import { createHostServices } from './host-services'
import { createLearningServices } from './learning-services'
import type { Ports } from './service-ports'
import { createReportServices } from './report-services'
import { createSettingsServices } from './settings-services'
import { createShownSamples } from './shown-samples'
import { createTemplateServices } from './template-services'

/** Both hosts and the tests serve these. */
export function createServices(ports: Ports): Services {
  const shownSamples = createShownSamples()
  return {
    ...createHostServices(ports),
    ...createSettingsServices(ports),
    ...createTemplateServices(ports),
    ...createLearningServices(ports, shownSamples),
    ...createCorrectionServices(ports, shownSamples),
    ...createReportServices(ports),
    ...createExportServices(ports),
  }
}
