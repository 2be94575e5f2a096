/** The registry of writers: what a report can be exported as. */
export { writeDocx } from './docx/write-docx'
export type { WriteOptions } from './write-options'
