import { useState } from 'react'
import { TOOLBAR_TEXT } from '../text/editor'

const ROWS = 8
const COLUMNS = 8
const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

interface TableSizePickerProps {
  readonly onPick: (rows: number, columns: number) => void
}

/** A grid in which the size of a new table is shown with the mouse or the arrows, and taken with a click or Enter. */
export function TableSizePicker({ onPick }: TableSizePickerProps) {
  const [size, setSize] = useState({ rows: 3, columns: 3 })
  const name = TOOLBAR_TEXT.tableSize(size.rows, size.columns)
  return (
    <button
      type="button"
      className="table-size"
      aria-label={`${TOOLBAR_TEXT.insertTable}: ${name}`}
      onClick={() => onPick(size.rows, size.columns)}
      onKeyDown={(event) => {
        const step = STEPS[event.key]
        if (!step) return
        event.preventDefault()
        setSize(({ rows, columns }) => ({
          rows: within(rows + step[0], ROWS),
          columns: within(columns + step[1], COLUMNS),
        }))
      }}
    >
      <span className="table-size__grid" aria-hidden="true">
        {Array.from({ length: ROWS * COLUMNS }, (_, index) => {
          const rows = Math.floor(index / COLUMNS) + 1
          const columns = (index % COLUMNS) + 1
          const isIn = rows <= size.rows && columns <= size.columns
          return (
            <span
              key={index}
              className={isIn ? 'table-size__cell table-size__cell--in' : 'table-size__cell'}
              onMouseEnter={() => setSize({ rows, columns })}
            />
          )
        })}
      </span>
      <span aria-live="polite">{name}</span>
    </button>
  )
}

const within = (value: number, limit: number): number => Math.min(Math.max(value, 1), limit)
