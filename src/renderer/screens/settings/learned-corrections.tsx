import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { useSharedCorrections } from '../learning/use-shared-corrections'

/** What the program was taught about labels, and the ways to share it with the office. */
export function LearnedCorrections() {
  const { count, exportAll, importFile } = useSharedCorrections()
  return (
    <section className="form__group" aria-label={vi.corrections.title}>
      <h2 className="form__title">{vi.corrections.title}</h2>
      <p className="muted">{vi.corrections.words}</p>
      {count === undefined ? null : <p role="status">{vi.corrections.count(count)}</p>}
      <div className="form__buttons">
        <Button disabled={!count} onClick={() => void exportAll()}>
          {vi.corrections.export}
        </Button>
        <Button onClick={() => void importFile()}>{vi.corrections.import}</Button>
      </div>
    </section>
  )
}
