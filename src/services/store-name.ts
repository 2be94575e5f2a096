/** Ids become names of files and folders: nothing that could lead elsewhere or mean something to a file system. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Whether an id may name a file or folder of the store. */
export const isStoreName = (id: string): boolean => SAFE.test(id) && !RESERVED.test(id)
