import { useEffect, useEffectEvent, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'

interface Drag {
  /** The paragraph under the boundary that is moved. */
  readonly below: number
  readonly target: number | 'end'
}

/** A boundary follows the pointer until it is let go; Escape leaves it where it was. */
export function useBoundaryDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (below: number, target: number | 'end') => void,
) {
  const [drag, setDrag] = useState<Drag>()
  const isDragging = drag !== undefined

  const follow = useEffectEvent((event: PointerEvent) => {
    const target = targetAt(list.current, event.clientY)
    if (drag && target !== undefined && target !== drag.target) setDrag({ ...drag, target })
  })
  const drop = useEffectEvent(() => {
    if (drag && drag.target !== drag.below) onDrop(drag.below, drag.target)
    setDrag(undefined)
  })
  useEffect(() => {
    if (!isDragging) return
    const cancel = () => setDrag(undefined)
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel()
    }
    const move = (event: PointerEvent) => follow(event)
    const end = () => drop()
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', press)
    }
  }, [isDragging])

  return {
    isDragging,
    start: (below: number, event: ReactPointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      setDrag({ below, target: below })
    },
    /** The paragraph would change its label if the boundary were let go here. */
    isBetween: (index: number, shown: readonly number[]): boolean => {
      if (!drag) return false
      const target = drag.target === 'end' ? (shown.at(-1) ?? drag.below) + 1 : drag.target
      return index >= Math.min(drag.below, target) && index < Math.max(drag.below, target)
    },
  }
}

/** The paragraph whose upper edge is nearest to that height; `end` below the last one. */
function targetAt(list: HTMLElement | null, y: number): number | 'end' | undefined {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const last = rows.at(-1)?.getBoundingClientRect()
  if (last && y > last.top + last.height / 2) return 'end'
  const under = rows.find((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y <= top + height / 2
  })
  return under === undefined ? undefined : Number(under.dataset['row'])
}
