export const TRAINING_FOLDERS: readonly string[]
