/** The native file dialogs. */
import { extname } from 'node:path'
import { dialog, type FileFilter, type OpenDialogOptions } from 'electron'
import { ALL_SAMPLE_EXTENSIONS } from '../core/learning/sample-formats'
import type { ChoicePurpose } from '../services/ports'
import { text } from './text-vi'
import { mainWindow } from './window'

const { dialogs: say } = text

const OPEN: Readonly<Record<ChoicePurpose, OpenDialogOptions>> = {
  report: {
    title: say.openReport,
    properties: ['openFile'],
    filters: [{ name: say.kinds.reports, extensions: ['tongket', ...ALL_SAMPLE_EXTENSIONS] }],
  },
  samples: {
    title: say.openSamples,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: say.kinds.samples, extensions: [...ALL_SAMPLE_EXTENSIONS] }],
  },
  corrections: {
    title: say.openCorrections,
    properties: ['openFile'],
    filters: [{ name: say.kinds.corrections, extensions: ['json'] }],
  },
}

/** The paths the officer chose; none when the dialog was closed. */
export async function askWhichFiles(purpose: ChoicePurpose): Promise<readonly string[]> {
  const window = mainWindow()
  const answer = await (window ? dialog.showOpenDialog(window, OPEN[purpose]) : dialog.showOpenDialog(OPEN[purpose]))
  return answer.canceled ? [] : answer.filePaths
}

const SAVE: Readonly<Record<string, FileFilter>> = {
  '.docx': { name: say.kinds.docx, extensions: ['docx'] },
  '.html': { name: say.kinds.html, extensions: ['html'] },
  '.json': { name: say.kinds.corrections, extensions: ['json'] },
  '.tongket': { name: say.kinds.tongket, extensions: ['tongket'] },
}

/** Where to write a file of this name; `undefined` when the officer thought better of it. */
export async function askWhereToSave(name: string): Promise<string | undefined> {
  const filter = SAVE[extname(name)]
  const options = { title: say.save, defaultPath: name, ...(filter && { filters: [filter] }) }
  const window = mainWindow()
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}
