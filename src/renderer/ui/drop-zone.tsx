import { useState, type ReactNode } from 'react'
import { classNames } from './class-names'
import './drop-zone.css'

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly className?: string
  readonly children: ReactNode
}

/** A place on which files may be dropped. What it holds offers the same by keyboard. */
export function DropZone({ onFiles, className, children }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className={classNames('drop-zone', isOver && 'drop-zone--over', className)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
        setIsOver(false)
      }}
      onDrop={(event) => {
        setIsOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length === 0) return
        event.preventDefault()
        onFiles(files)
      }}
    >
      {children}
    </div>
  )
}
