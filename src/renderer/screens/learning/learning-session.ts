/**
 * One visit to the learning screen: files on their way, answers about labels, edits of the template, and the way back
 * from each. Lives beside React, so that answers arrive in the order they were given however slow the program is.
 */
import type { FileRef } from '../../../contract/channels'
import { isBodyRole, type BodyRole } from '../../../core/learning/chain/chain-labels'
import { proposeCue } from '../../../core/learning/corrections/propose-cue'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import { err, ok, type Result } from '../../../core/result'
import type { TemplateEdit } from '../../../core/template/template-edit'
import type { LegacyChoice } from '../../../core/vietnamese/legacy-choice'
import type { Bridge, WindowError } from '../../bridge'
import { NO_GESTURES, withDone, withRedone, withUndone, type Gesture, type GestureHistory } from './gesture-history'
import {
  changedParagraphs,
  countedFiles,
  learningReducer,
  NO_SAMPLES,
  sampleOf,
  withAnswer,
  type CountedFile,
  type LabelAnswer,
  type LearningAction,
  type LearningState,
  type PlaceInSample,
  type SampleFile,
} from './learning-state'

/** A dropped file has still to be handed over; one from a native dialog is with the host already. */
export type SampleSource = File | FileRef

/** The last answer and what followed from it, until something else is done. */
export interface LastAnswer {
  readonly answer: LabelAnswer
  /** Other paragraphs whose label changed by it. */
  readonly others: readonly PlaceInSample[]
  /** Words that may stand for the section from now on, if the officer says so. */
  readonly cue?: { readonly phrase: string; readonly section: BodyRole }
}

export interface LearningView extends LearningState {
  /** Files that could be read, each document once; the same value until one of their samples changes. */
  readonly counted: readonly CountedFile[]
  readonly history: GestureHistory
  readonly last: LastAnswer | undefined
  /** The last edit or removal, until something else is done: it is told with the way back. */
  readonly lastGesture: Exclude<Gesture, { readonly kind: 'labels' }> | undefined
  /** An answer or the way back from one is on its way. */
  readonly isWorking: boolean
}

export interface LearningSession {
  readonly view: () => LearningView
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (sources: readonly SampleSource[]) => void
  /** Breaks off the file that is being read; it and those that wait are left for later. */
  readonly stop: () => void
  readonly resume: () => void
  readonly retry: (key: number) => void
  readonly readWith: (key: number, legacyText: LegacyChoice) => void
  readonly remove: (key: number) => void
  readonly show: (key: number) => void
  readonly answer: (answer: LabelAnswer) => Promise<void>
  readonly declineCue: () => void
  readonly closeLast: () => void
  readonly edit: (edit: TemplateEdit) => void
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** Labels all samples anew, for corrections that came from elsewhere. */
  readonly relabel: () => Promise<void>
  /** The screen is there; again after `close`. */
  readonly open: () => void
  /** Reading ends; nothing more is asked of the host. */
  readonly close: () => void
}

export function createLearningSession(
  { call, upload }: Pick<Bridge, 'call' | 'upload'>,
  tell: (error: WindowError) => void,
): LearningSession {
  let state = NO_SAMPLES
  let history = NO_GESTURES
  let last: LearningView['last']
  let lastGesture: LearningView['lastGesture']
  let pending: readonly LabelAnswer[] = []
  let working = 0
  let isClosed = false
  const listeners = new Set<() => void>()

  let counted: readonly CountedFile[] = []
  const makeView = (): LearningView => {
    const files = pending.reduce(withAnswer, state.files)
    counted = sameOrNew(counted, countedFiles(files))
    return { ...state, files, counted, history, last, lastGesture, isWorking: working > 0 }
  }
  let view = makeView()
  const changed = () => {
    view = makeView()
    for (const listener of listeners) listener()
  }
  const dispatch = (action: LearningAction) => {
    state = learningReducer(state, action)
    changed()
  }
  const forget = () => {
    last = undefined
    lastGesture = undefined
  }
  const doing = (gesture: NonNullable<LearningView['lastGesture']>) => {
    history = withDone(history, gesture)
    last = undefined
    lastGesture = gesture
  }
  const fileOf = (key: number): SampleFile | undefined => state.files.find((file) => file.key === key)
  const samples = (): readonly SegmentedSample[] => countedFiles(state.files).map(({ sample }) => sample)
  const shown = (): string[] => samples().map(({ sha256 }) => sha256)

  // Reading: one file after another ------------------------------------------------------------------------------------

  const sources = new Map<number, SampleSource>()
  let queue: readonly number[] = []
  let running: string | undefined
  let lastKey = 0
  let jobs = 0
  /** Rises with every change of labels: what was read meanwhile was labelled by an older knowledge. */
  let labelTurn = 0

  const read = async (key: number, job: string): Promise<Result<SegmentedSample, WindowError>> => {
    const source = sources.get(key)
    const file = fileOf(key)
    if (!source || !file) return err({ code: 'cancelled' })
    const ref = source instanceof File ? await upload(source) : ok(source)
    if (!ref.ok) return ref
    const legacyText = file.legacyText ? { legacyText: file.legacyText } : {}
    return call('sample.segment', { file: ref.value, job, ...legacyText })
  }

  const run = async () => {
    if (running !== undefined) return
    for (let [key, ...rest] = queue; key !== undefined && !isClosed; [key, ...rest] = queue) {
      queue = rest
      if (!fileOf(key)) continue
      jobs += 1
      running = `job-${jobs}`
      const turn = labelTurn
      dispatch({ type: 'readingChanged', key, reading: { kind: 'reading' } })
      const sample = await read(key, running)
      running = undefined
      if (sample.ok) dispatch({ type: 'readingChanged', key, reading: { kind: 'read', sample: sample.value } })
      else if (sample.error.code === 'cancelled')
        dispatch({ type: 'readingChanged', key, reading: { kind: 'waiting' } })
      else dispatch({ type: 'readingChanged', key, reading: { kind: 'failed', error: sample.error } })
      if (sample.ok && turn !== labelTurn) await relabel()
    }
  }

  const enqueue = (keys: readonly number[]) => {
    for (const key of keys) dispatch({ type: 'readingChanged', key, reading: { kind: 'waiting' } })
    queue = [...queue, ...keys.filter((key) => !queue.includes(key))]
    void run()
  }

  // Answers and edits: one after another -------------------------------------------------------------------------------

  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    working += 1
    changed()
    turn = turn.then(async () => {
      if (!isClosed) await work()
      working -= 1
      changed()
    })
    return turn
  }

  /** Asks again after reading anew what the host no longer holds. */
  const holding = async <T>(ask: () => Promise<Result<T, WindowError>>): Promise<Result<T, WindowError>> => {
    for (let left = state.files.length; ; left -= 1) {
      const answer = await ask()
      if (answer.ok || answer.error.code !== 'sample.notHeld' || left <= 0) return answer
      const sha256 = answer.error.name
      const file = state.files.find((one) => sampleOf(one)?.sha256 === sha256)
      if (!file) return answer
      jobs += 1
      const again = await read(file.key, `job-${jobs}`)
      if (!again.ok || again.value.sha256 !== sha256) return err({ code: 'sample.notHeld', name: file.name })
    }
  }

  const labelled = (anew: readonly SegmentedSample[]) => {
    labelTurn += 1
    dispatch({ type: 'labelled', samples: anew })
    // What was read while this was on its way was labelled without it.
    const known = new Set(anew.map(({ sha256 }) => sha256))
    if (shown().some((sha256) => !known.has(sha256))) void relabel()
  }

  const takeBack = async (corrections: readonly string[]): Promise<readonly string[] | undefined> => {
    const answer = await holding(() =>
      call('sample.undoCorrections', { corrections: [...corrections], shown: shown() }),
    )
    if (!answer.ok) {
      tell(answer.error)
      return undefined
    }
    labelled(answer.value.samples)
    return answer.value.corrections
  }

  const relabel = () =>
    inTurn(async () => {
      const list = shown()
      if (list.length === 0) return
      const anew = await holding(() => call('sample.relabel', { shown: list }))
      if (anew.ok) labelled(anew.value.samples)
      else tell(anew.error)
    })

  const answer = (given: LabelAnswer): Promise<void> => {
    pending = [...pending, given]
    forget()
    return inTurn(async () => {
      const before = samples()
      const { paragraphs, ...rest } = given
      const answered = await holding(() =>
        call('sample.correct', { ...rest, paragraphs: [...paragraphs], shown: shown() }),
      )
      pending = pending.filter((one) => one !== given)
      if (!answered.ok) return tell(answered.error)
      labelled(answered.value.samples)
      const { corrections } = answered.value
      if (corrections.length === 0) return
      history = withDone(history, { kind: 'labels', corrections })
      last = { answer: given, others: othersOf(before, samples(), given), ...cueOf(before, given) }
    })
  }

  /** Does again what was undone, or undoes what was done; gives the gesture for the other list. */
  const reverse = async (gesture: Gesture, way: 'undo' | 'redo'): Promise<Gesture | undefined> => {
    switch (gesture.kind) {
      case 'labels': {
        const corrections = await takeBack(gesture.corrections)
        return corrections && { kind: 'labels', corrections }
      }
      case 'edit':
        dispatch(way === 'undo' ? { type: 'editTakenBack' } : { type: 'edited', edit: gesture.edit })
        return gesture
      case 'fileRemoved':
        dispatch(
          way === 'undo'
            ? { type: 'restored', file: gesture.file, at: gesture.at }
            : { type: 'removed', key: gesture.file.key },
        )
        if (way === 'undo' && sampleOf(gesture.file)) void relabel()
        return gesture
    }
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (added) => {
      const files = added.map((source) => {
        lastKey += 1
        sources.set(lastKey, source)
        return { key: lastKey, name: source.name }
      })
      dispatch({ type: 'added', files })
      enqueue(files.map(({ key }) => key))
    },
    stop: () => {
      queue = []
      if (running !== undefined) void call('sample.stop', { job: running })
    },
    resume: () => enqueue(state.files.filter(({ reading }) => reading.kind === 'waiting').map(({ key }) => key)),
    retry: (key) => enqueue([key]),
    readWith: (key, legacyText) => {
      dispatch({ type: 'legacyChosen', key, legacyText })
      enqueue([key])
    },
    remove: (key) => {
      const at = state.files.findIndex((file) => file.key === key)
      const file = state.files[at]
      if (!file) return
      queue = queue.filter((other) => other !== key)
      doing({ kind: 'fileRemoved', file, at })
      dispatch({ type: 'removed', key })
    },
    show: (key) => dispatch({ type: 'shown', key }),
    answer,
    declineCue: () => {
      if (last) last = { answer: last.answer, others: last.others }
      changed()
    },
    closeLast: () => {
      forget()
      changed()
    },
    edit: (edit) => {
      doing({ kind: 'edit', edit })
      dispatch({ type: 'edited', edit })
    },
    undo: () =>
      inTurn(async () => {
        const gesture = history.done.at(-1)
        const inverse = gesture && (await reverse(gesture, 'undo'))
        if (!inverse) return
        history = withUndone(history, inverse)
        forget()
      }),
    redo: () =>
      inTurn(async () => {
        const gesture = history.undone.at(-1)
        const again = gesture && (await reverse(gesture, 'redo'))
        if (!again) return
        history = withRedone(history, again)
        forget()
      }),
    relabel,
    open: () => {
      isClosed = false
    },
    close: () => {
      isClosed = true
      queue = []
      if (running !== undefined) void call('sample.stop', { job: running })
    },
  }
}

function sameOrNew(before: readonly CountedFile[], now: readonly CountedFile[]): readonly CountedFile[] {
  const isSame =
    before.length === now.length &&
    now.every(({ file, sample }, at) => before[at]?.sample === sample && before[at].file.key === file.key)
  return isSame ? before : now
}

function othersOf(
  before: readonly SegmentedSample[],
  after: readonly SegmentedSample[],
  { sample, paragraphs }: LabelAnswer,
): readonly PlaceInSample[] {
  const given = new Set(paragraphs)
  return changedParagraphs(before, after).filter((place) => place.sample !== sample || !given.has(place.paragraph))
}

/** Offered for one paragraph of running text at a time, and not right after the officer agreed to one. */
function cueOf(before: readonly SegmentedSample[], answer: LabelAnswer): Pick<LastAnswer, 'cue'> {
  const { section } = answer.to
  const [only] = answer.paragraphs
  if (answer.cue !== undefined || answer.paragraphs.length !== 1 || !isBodyRole(section)) return {}
  const paragraph = before
    .find(({ sha256 }) => sha256 === answer.sample)
    ?.paragraphs.find(({ index }) => index === only)
  if (paragraph?.role !== 'body' && paragraph?.role !== 'list_item') return {}
  const phrase = proposeCue(paragraph.text)
  return phrase === undefined ? {} : { cue: { phrase, section } }
}
