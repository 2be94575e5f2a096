import { ALL_SAMPLE_EXTENSIONS } from '../../core/learning/sample-formats'

/** The browser's own file dialog, for hosts that have none. */
export function chooseFilesInPage(page: Document, options: { readonly accept: string; readonly isMultiple: boolean }) {
  return new Promise<readonly File[]>((resolve) => {
    const input = page.createElement('input')
    input.type = 'file'
    input.accept = options.accept
    input.multiple = options.isMultiple
    input.hidden = true
    const finish = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => finish([...(input.files ?? [])]))
    input.addEventListener('cancel', () => finish([]))
    page.body.append(input)
    input.click()
  })
}

const accepting = (extensions: readonly string[]): string => extensions.map((extension) => `.${extension}`).join(',')

/** What the browser's dialog offers. */
export const REPORT_FILES = accepting(['tongket', ...ALL_SAMPLE_EXTENSIONS])
export const SAMPLE_FILES = accepting(ALL_SAMPLE_EXTENSIONS)
export const CORRECTION_FILES = accepting(['json'])
