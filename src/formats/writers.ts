/** The registry of writers: what a report can be exported as. */
export { writeDocx } from './docx/write-docx'
export { writeHtml } from './html/write-html'
export type { WriteOptions } from './write-options'
