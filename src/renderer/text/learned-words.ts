/** What a template knows of its sections, and what changed in it, in sentences. */
import type { TemplateChange } from '../../core/template/diff-templates'
import { findSection } from '../../core/template/edit-template'
import type { Spread, Template, TemplateSection } from '../../core/template/template'
import { formatCount } from './format'

/** "Thường 3–5 đoạn, 120–300 chữ. Thường có: số hội nghị, tỷ lệ % đảng viên." Empty where nothing is known. */
export function usualText({ usualParagraphs, usualLength, usualFigures }: TemplateSection): string {
  const sizes = [
    usualParagraphs && `${rangeText(usualParagraphs)} đoạn`,
    usualLength && `${rangeText(usualLength)} chữ`,
  ].filter((words) => words !== undefined)
  const figures = usualFigures
    .slice(0, MOST_FIGURES)
    .map(({ type, words }) => (type === 'ratio' ? `% ${words}` : `số ${words}`))
  return [
    sizes.length > 0 ? `Thường ${sizes.join(', ')}.` : '',
    figures.length > 0 ? `Thường có: ${figures.join(', ')}.` : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

const MOST_FIGURES = 6

const rangeText = ({ min, max }: Spread): string =>
  min === max ? formatCount(min) : `${formatCount(min)}–${formatCount(max)}`

/** How a heading's pattern is said. */
export type SayHeading = (pattern: string) => string

/** "Ở mẫu 2 đứng sau “Ý kiến thảo luận”." Samples are numbered as the list of files shows them. */
export function positionTexts(section: TemplateSection, template: Template, say: SayHeading): readonly string[] {
  return section.otherPositions.map(({ after, samples, count }) => {
    const where = samples ? `Ở mẫu ${samples.map((number) => number + 1).join(', ')}` : `Ở ${count} mẫu`
    return `${where} đứng sau “${say(headingOf(template, after))}”.`
  })
}

const headingOf = ({ sections }: Template, id: string): string => findSection(sections, id)?.heading ?? id

/** What changed, the most telling first; changes of counts are one sentence. */
export function changeTexts(changes: readonly TemplateChange[], after: Template, say: SayHeading): readonly string[] {
  const counts = changes.flatMap((change) =>
    change.kind === 'countChanged' && change.to ? [`${say(change.heading)} ${change.to.count}/${change.to.of}`] : [],
  )
  return [
    ...changes.flatMap((change) => changeText(change, after, say) ?? []),
    ...(counts.length > 0 ? [`Số mẫu có mục nay là: ${counts.join(' · ')}.`] : []),
  ]
}

function changeText(change: TemplateChange, after: Template, say: SayHeading): string | undefined {
  switch (change.kind) {
    case 'sectionAdded': {
      const seen = findSection(after.sections, change.id)?.seenIn
      return `Mục mới: “${say(change.heading)}”${seen ? `, thấy ở ${seen.count}/${seen.of} mẫu` : ''}.`
    }
    case 'sectionRemoved':
      return `Không còn mục “${say(change.heading)}”.`
    case 'sectionRenamed':
      return `“${say(change.from)}” đổi tên thành “${say(change.to)}”.`
    case 'sectionMoved': {
      const place = change.after === undefined ? 'lên đầu' : `xuống sau “${say(headingOf(after, change.after))}”`
      const inside = change.inside === undefined ? '' : ` trong mục “${say(headingOf(after, change.inside))}”`
      return `“${say(change.heading)}” chuyển ${place}${inside}.`
    }
    case 'requiredChanged':
      return `“${say(change.heading)}” nay ${change.isRequired ? 'bắt buộc' : 'không bắt buộc'}.`
    case 'countChanged':
      return undefined
    case 'slotAdded':
      return `Trường mới: ${change.label}.`
    case 'slotRemoved':
      return `Không còn trường ${change.label}.`
    case 'titleChanged':
      return `Trích yếu đổi từ “${say(change.from)}” thành “${say(change.to)}”.`
  }
}
