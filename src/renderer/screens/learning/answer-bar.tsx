import { X } from 'lucide-react'
import { useState } from 'react'
import { SECTION_LABELS } from '../../../core/section-labels'
import { vi } from '../../text/vi'
import { IconButton } from '../../ui/button'
import type { LastAnswer, LearningSession, LearningView } from './learning-session'
import type { PlaceInSample } from './learning-state'
import { labelName } from './section-bands'

interface AnswerBarProps {
  readonly view: Pick<LearningView, 'last' | 'lastGesture' | 'isWorking'>
  readonly session: LearningSession
  readonly onReveal: (place: PlaceInSample) => void
}

/** What was done last and what followed from it, in one quiet line that keeps its place. */
export function AnswerBar({ view, session, onReveal }: AnswerBarProps) {
  const { last, lastGesture, isWorking } = view
  return (
    <div className="answer-bar" role="status">
      {last ? <AnswerWords key={keyOf(last)} last={last} session={session} onReveal={onReveal} /> : null}
      {!last && lastGesture ? (
        <>
          <span className="answer-bar__words">{gestureText(lastGesture)}</span>
          <UndoAndClose session={session} />
        </>
      ) : null}
      {!last && !lastGesture && isWorking ? <span className="muted">{vi.learning.working}</span> : null}
    </div>
  )
}

function gestureText(gesture: NonNullable<LearningView['lastGesture']>): string {
  return gesture.kind === 'fileRemoved'
    ? vi.learning.fileRemoved(gesture.file.name)
    : vi.learning.editDone[gesture.edit.kind]
}

function UndoAndClose({ session }: { readonly session: LearningSession }) {
  return (
    <>
      <button type="button" className="link" onClick={() => void session.undo()}>
        {vi.common.undo}
      </button>
      <IconButton label={vi.common.close} className="answer-bar__close" onClick={session.closeLast}>
        <X className="icon" aria-hidden />
      </IconButton>
    </>
  )
}

const keyOf = ({ answer }: LastAnswer): string => `${answer.sample} ${answer.paragraphs.join(' ')}`

function AnswerWords({ last, session, onReveal }: Omit<AnswerBarProps, 'view'> & { readonly last: LastAnswer }) {
  const { answer, others, cue } = last
  const [next, setNext] = useState(0)
  const see = () => {
    const place = others[next % others.length]
    if (place) onReveal(place)
    setNext(next + 1)
  }
  return (
    <>
      <span className="answer-bar__words">
        {vi.learning.answered(answer.paragraphs.length, labelName(answer.to))}
        {others.length > 0 ? ` ${vi.learning.othersChanged(others.length)}` : ''}
      </span>
      {others.length > 0 ? (
        <button type="button" className="link" onClick={see}>
          {vi.learning.see}
        </button>
      ) : null}
      <button type="button" className="link" onClick={() => void session.undo()}>
        {vi.common.undo}
      </button>
      {cue ? (
        <span className="answer-bar__cue">
          <span>{vi.learning.cueQuestion(cue.phrase, SECTION_LABELS[cue.section].name)}</span>
          <button type="button" className="link" onClick={() => void session.answer({ ...answer, cue: cue.phrase })}>
            {vi.learning.cueYes}
          </button>
          <button type="button" className="link" onClick={session.declineCue}>
            {vi.learning.cueNo}
          </button>
        </span>
      ) : null}
      <IconButton label={vi.common.close} className="answer-bar__close" onClick={session.closeLast}>
        <X className="icon" aria-hidden />
      </IconButton>
    </>
  )
}
