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

export const REPORT_FILES = '.tongket,.html,.htm,.txt'
export const SAMPLE_FILES = '.txt,.html,.htm'
