/** The formats of sample documents: the one list for readers, for file dialogs and for what the window takes. */

/** Those an officer meets most come first. */
export const SAMPLE_KINDS = ['docx', 'doc', 'pdf', 'html', 'txt'] as const

export type SampleKind = (typeof SAMPLE_KINDS)[number]

/** Extensions of its files, without the dot. */
export const SAMPLE_EXTENSIONS: Readonly<Record<SampleKind, readonly string[]>> = {
  docx: ['docx', 'docm'],
  doc: ['doc'],
  pdf: ['pdf'],
  html: ['html', 'htm'],
  txt: ['txt'],
}

export const ALL_SAMPLE_EXTENSIONS: readonly string[] = SAMPLE_KINDS.flatMap((kind) => SAMPLE_EXTENSIONS[kind])
