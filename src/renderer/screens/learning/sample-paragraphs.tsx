import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { CorrectedLabel } from '../../../core/learning/corrections/correction'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import { vi } from '../../text/vi'
import { classNames } from '../../ui/class-names'
import { sectionOfKey, type LabelChoice } from './label-choices'
import { LabelPicker, type PickedLabel } from './label-picker'
import type { LabelAnswer } from './learning-state'
import { ParagraphRow } from './paragraph-row'
import {
  boundaryStep,
  foldOf,
  moveBoundary,
  rangeOf,
  restoredLabel,
  sampleRows,
  shownParagraphs,
  type SampleRow,
} from './sample-rows'
import { SECTION_BANDS } from './section-bands'
import { useBoundaryDrag } from './use-boundary-drag'

/** A paragraph to come into view with the focus on it; a new value each time. */
export interface Reveal {
  readonly sample: string
  readonly paragraph: number
}

interface SampleParagraphsProps {
  readonly sample: SegmentedSample
  /** Names the list: the file. */
  readonly label: string
  readonly isNarrow: boolean
  readonly sections: ReadonlyMap<number, string>
  /** Sections of the template that are pointed at; their paragraphs are marked. */
  readonly lit: ReadonlySet<string>
  /** Paragraphs that changed by the last answer about another one. */
  readonly changed: ReadonlySet<number>
  readonly reveal: Reveal | undefined
  readonly choices: readonly LabelChoice[]
  readonly onAnswer: (answer: LabelAnswer) => void
  readonly onPoint: (section: string | undefined) => void
}

/**
 * Every paragraph with the band and the name of its section. One paragraph at a time is in the order of focus: arrows
 * walk, Shift chooses several, Enter opens the labels, a letter gives the label of that band, Alt and arrows move the
 * boundary above.
 */
export function SampleParagraphs(props: SampleParagraphsProps) {
  const { sample, label, isNarrow, sections, lit, changed, reveal, choices, onAnswer, onPoint } = props
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [active, setActive] = useState<number>()
  const [anchor, setAnchor] = useState<number>()
  const [hovered, setHovered] = useState<number>()
  const [focused, setFocused] = useState<number>()
  const pointed = hovered ?? focused
  const [isWhyAbove, setIsWhyAbove] = useState(false)
  const [menu, setMenu] = useState<{ readonly paragraph: number; readonly rect: DOMRect }>()

  const revealed = reveal?.sample === sample.sha256 ? reveal : undefined
  const rows = useMemo(() => {
    const fold = revealed ? foldOf(sample, revealed.paragraph) : undefined
    return sampleRows(sample, fold === undefined ? open : new Set([...open, fold]))
  }, [sample, open, revealed])
  const shown = useMemo(() => shownParagraphs(rows), [rows])
  const current = active !== undefined && shown.includes(active) ? active : shown[0]
  const chosen = useMemo(
    () => new Set(anchor === undefined || current === undefined ? [] : rangeOf(shown, anchor, current)),
    [shown, anchor, current],
  )

  const focus = (paragraph: number | undefined, what: 'label' | 'boundary' = 'label') => {
    const target = list.current?.querySelector<HTMLElement>(`[data-${what}="${String(paragraph)}"]`)
    if (what === 'label') target?.scrollIntoView({ block: 'nearest' })
    target?.focus()
  }
  const bringIntoView = useEffectEvent(({ paragraph }: Reveal) => {
    list.current?.querySelector(`[data-label="${paragraph}"]`)?.scrollIntoView({ block: 'center' })
    focus(paragraph)
  })
  useEffect(() => {
    if (revealed) bringIntoView(revealed)
  }, [revealed])

  /** All that are chosen when the paragraph is one of them, else it alone. */
  const meant = (paragraph: number): readonly number[] =>
    chosen.has(paragraph) && chosen.size > 1 ? shown.filter((index) => chosen.has(index)) : [paragraph]
  const answer = (paragraphs: readonly number[], to: CorrectedLabel, more: Partial<LabelAnswer> = {}) => {
    setAnchor(undefined)
    onAnswer({ sample: sample.sha256, paragraphs, to, ...more })
  }
  const move = (below: number, target: number | 'end' | undefined): boolean => {
    const moved = target === undefined ? undefined : moveBoundary(rows, below, target)
    if (moved) answer(moved.paragraphs, moved.to)
    return moved !== undefined
  }
  const drag = useBoundaryDrag(list, move)

  const walk = (event: KeyboardEvent, from: number) => {
    const at = shown.indexOf(from)
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: shown.length - 1,
    }
    const place = places[event.key]
    if (place === undefined || shown.length === 0) return
    event.preventDefault()
    const next = shown[Math.max(0, Math.min(shown.length - 1, place))]
    setAnchor(event.shiftKey ? (anchor ?? from) : undefined)
    setActive(next)
    focus(next)
  }

  const press = (event: KeyboardEvent<HTMLOListElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement))
      return
    const boundary = event.target.dataset['boundary']
    const paragraph = Number(boundary ?? event.target.dataset['label'] ?? Number.NaN)
    if (Number.isNaN(paragraph)) return
    const step = ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[event.key]
    if (step && (event.altKey || boundary !== undefined)) {
      event.preventDefault()
      const target = boundaryStep(rows, paragraph, step)
      if (!move(paragraph, target) || typeof target !== 'number') return
      setActive(target)
      // The boundary is drawn at its new place first.
      requestAnimationFrame(() => focus(target, boundary === undefined ? 'label' : 'boundary'))
      return
    }
    if (event.altKey || boundary !== undefined) return
    if (event.key === 'Escape') return setAnchor(undefined)
    const section = sectionOfKey(event.key)
    if (section) {
      event.preventDefault()
      return answer(meant(paragraph), { section })
    }
    walk(event, paragraph)
  }

  const mark = (paragraph: number, isShift: boolean) => {
    setAnchor(isShift ? (anchor ?? current) : undefined)
    setActive(paragraph)
    focus(paragraph)
  }
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const button = event.target.closest<HTMLElement>('button')
    const { label: own, restore, fold } = button?.dataset ?? {}
    if (button && own !== undefined) {
      if (event.shiftKey) mark(Number(own), true)
      else setMenu({ paragraph: Number(own), rect: button.getBoundingClientRect() })
    } else if (restore !== undefined) {
      answer([Number(restore)], restoredLabel(sample, Number(restore)))
    } else if (fold !== undefined) {
      setOpen(toggled(open, Number(fold)))
    } else if (!button && window.getSelection()?.isCollapsed !== false) {
      // A click that ends a selection of text is no click on the paragraph.
      const row = numberOf(event.target, 'row')
      if (row !== undefined) mark(row, event.shiftKey)
    }
  }

  const pick = (paragraph: number, { to, isSiteLine }: PickedLabel) => {
    setMenu(undefined)
    focus(paragraph)
    answer(meant(paragraph), to, isSiteLine ? { isSiteLine } : {})
  }

  return (
    <>
      <ol
        ref={list}
        className={classNames('paragraphs', isNarrow && 'paragraphs--narrow')}
        aria-label={label}
        onKeyDown={press}
        onClick={click}
        onFocus={(event) => {
          const paragraph = numberOf(event.target, 'label') ?? numberOf(event.target, 'boundary')
          if (paragraph === undefined) return
          setActive(paragraph)
          setFocused(paragraph)
          setIsWhyAbove(isNearEnd(event.target))
          setHovered(undefined)
          onPoint(sections.get(paragraph))
        }}
        onBlur={() => setFocused(undefined)}
        onPointerOver={(event) => {
          const row = event.target instanceof Element ? numberOf(event.target, 'row') : undefined
          if (row === undefined || row === hovered || !(event.target instanceof Element)) return
          setHovered(row)
          setIsWhyAbove(isNearEnd(event.target))
          onPoint(sections.get(row))
        }}
        onPointerLeave={() => {
          setHovered(undefined)
          onPoint(focused === undefined ? undefined : sections.get(focused))
        }}
        onPointerDown={(event) => {
          const boundary = event.target instanceof Element ? numberOf(event.target, 'boundary') : undefined
          if (boundary !== undefined) drag.start(boundary, event)
        }}
      >
        {rows.map((row) => {
          if (row.kind === 'fold') return <FoldRow key={`fold-${row.first}`} {...row} />
          const { index } = row.paragraph
          const section = sections.get(index)
          return (
            <ParagraphRow
              key={index}
              paragraph={row.paragraph}
              isFirstOfLabel={row.isFirstOfLabel}
              hasBoundary={row.hasBoundary}
              isCurrent={index === current}
              isChosen={chosen.has(index)}
              isLit={section !== undefined && lit.has(section)}
              isChanged={changed.has(index)}
              why={index === pointed && !menu && !drag.isDragging ? (isWhyAbove ? 'above' : 'below') : 'hidden'}
              isMoving={drag.isBetween(index, shown)}
            />
          )
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {chosen.size > 1 ? vi.learning.chosen(chosen.size) : ''}
      </p>
      {menu ? (
        <LabelPicker
          rect={menu.rect}
          count={meant(menu.paragraph).length}
          chosen={sample.paragraphs.find(({ index }) => index === menu.paragraph)}
          choices={choices}
          onPick={(picked) => pick(menu.paragraph, picked)}
          onClose={() => {
            setMenu(undefined)
            focus(menu.paragraph)
          }}
        />
      ) : null}
    </>
  )
}

/** What a row, label or boundary says it belongs to, at the element or round it. */
function numberOf(element: Element, name: 'row' | 'label' | 'boundary'): number | undefined {
  const found = element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]
  return found === undefined ? undefined : Number(found)
}

/** Whether what is said below the row would be cut off by the end of the window. */
const isNearEnd = (element: Element): boolean =>
  (element.closest('[data-row]') ?? element).getBoundingClientRect().top > window.innerHeight * 0.7

const toggled = (open: ReadonlySet<number>, fold: number): ReadonlySet<number> =>
  open.has(fold) ? new Set([...open].filter((other) => other !== fold)) : new Set([...open, fold])

/** Of the first line of a fold, in letters. */
const FOLD_NAME = 48

/** A run of clutter behind one line. */
function FoldRow({ first, text, lines, isOpen }: Extract<SampleRow, { readonly kind: 'fold' }>) {
  const name = text.length > FOLD_NAME ? `${text.slice(0, FOLD_NAME).trimEnd()}…` : text
  return (
    <li className="paragraph paragraph--fold">
      <span className="band band--8" aria-hidden>
        {SECTION_BANDS.clutter.letter}
      </span>
      <span className="muted">
        {vi.learning.fold(name, lines)}{' '}
        <button type="button" className="link" data-fold={first} aria-expanded={isOpen}>
          {isOpen ? vi.learning.foldClose : vi.learning.foldOpen}
        </button>
      </span>
    </li>
  )
}
