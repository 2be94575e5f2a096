/** Everything an officer did on the screen that can be taken back, and what was taken back and can be done again. */
import type { TemplateEdit } from '../../../core/template/template-edit'
import type { SampleFile } from './learning-state'

export type Gesture =
  /** Answers about labels, by the ids under which the log keeps them. */
  | { readonly kind: 'labels'; readonly corrections: readonly string[] }
  | { readonly kind: 'edit'; readonly edit: TemplateEdit }
  | { readonly kind: 'fileRemoved'; readonly file: SampleFile; readonly at: number }

export interface GestureHistory {
  /** Newest last. */
  readonly done: readonly Gesture[]
  /** Newest last; emptied by whatever is done anew. */
  readonly undone: readonly Gesture[]
}

export const NO_GESTURES: GestureHistory = { done: [], undone: [] }

export const withDone = ({ done }: GestureHistory, gesture: Gesture): GestureHistory => ({
  done: [...done, gesture],
  undone: [],
})

/** `inverse` is what makes the gesture hold again: corrections that were taken back go by new ids. */
export const withUndone = ({ done, undone }: GestureHistory, inverse: Gesture): GestureHistory => ({
  done: done.slice(0, -1),
  undone: [...undone, inverse],
})

export const withRedone = ({ done, undone }: GestureHistory, gesture: Gesture): GestureHistory => ({
  done: [...done, gesture],
  undone: undone.slice(0, -1),
})
