import { AlignmentType, BorderStyle, Paragraph, Tab, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'
import type { ComposedLine, Run } from '../../core/official-layout/composed-report'
import { styleOf, type Alignment, type Layout } from '../../core/official-layout/layout'
import { mmToTwips, ptToTwips } from './units'
import { RULE_STYLE_ID, styleId } from './write-styles'

const ALIGNMENT: Readonly<Record<Alignment, IParagraphOptions['alignment']>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.BOTH,
}

interface LineOptions {
  /** In mm: of the column the line stands in. */
  readonly columnWidth: number
  readonly keepWithNext?: boolean
  readonly pageBreakBefore?: boolean
  /** In pt; wins over the element's own. */
  readonly spaceAfter?: number
}

/** A composed line as paragraphs: the line itself and, where it has one, the rule below it. */
export function writeLine(layout: Layout, line: ComposedLine, options: LineOptions): readonly Paragraph[] {
  const isKept = options.keepWithNext ?? false
  const paragraph = new Paragraph({
    style: styleId(line.element),
    ...(line.alignment ? { alignment: ALIGNMENT[line.alignment] } : {}),
    ...indent(layout, line, options.columnWidth),
    ...(line.outlineLevel === undefined ? {} : { outlineLevel: line.outlineLevel }),
    ...(isKept || line.ruleLength !== undefined ? { keepNext: true } : {}),
    ...spacing(line, options),
    ...(options.pageBreakBefore === true ? { pageBreakBefore: true } : {}),
    children: writeRuns(line.runs),
  })
  return line.ruleLength === undefined
    ? [paragraph]
    : [paragraph, writeRule(line.ruleLength, options.columnWidth, isKept)]
}

function spacing(line: ComposedLine, options: LineOptions): Pick<IParagraphOptions, 'spacing'> {
  if (options.spaceAfter !== undefined) return { spacing: { after: ptToTwips(options.spaceAfter) } }
  return line.isContinued === true ? { spacing: { before: 0 } } : {}
}

function indent(layout: Layout, line: ComposedLine, columnWidth: number): Pick<IParagraphOptions, 'indent'> {
  const style = styleOf(layout, line.element)
  if (line.wrapWidth !== undefined) {
    const side = mmToTwips(Math.max(0, (columnWidth - line.wrapWidth) / 2))
    return { indent: { left: side, right: side } }
  }
  if (line.leftIndent !== undefined) return { indent: { left: mmToTwips(line.leftIndent) } }
  // A line that is not set from the left edge has no first line to indent.
  const isSetApart = line.alignment === 'center' || line.alignment === 'right'
  return isSetApart && style.firstLineIndent > 0 ? { indent: { firstLine: 0 } } : {}
}

/** A line centred in its column: the upper border of an empty paragraph as wide as the rule is long. */
function writeRule(length: number, columnWidth: number, keepNext: boolean): Paragraph {
  const side = mmToTwips(Math.max(0, (columnWidth - length) / 2))
  return new Paragraph({
    style: RULE_STYLE_ID,
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    ...(keepNext ? { keepNext: true } : {}),
  })
}

/** Runs with their marks; what the element's style says already is not said again. */
export function writeRuns(runs: readonly Run[]): TextRun[] {
  return runs.map((run) => {
    if (run.type === 'lineBreak') return new TextRun({ break: 1 })
    const options: IRunOptions = {
      children: run.text.split('\t').flatMap((part, index) => [...(index > 0 ? [new Tab()] : []), part]),
      ...(run.marks.includes('bold') ? { bold: true } : {}),
      ...(run.marks.includes('italic') ? { italics: true } : {}),
      ...(run.marks.includes('underline') ? { underline: {} } : {}),
    }
    return new TextRun(options)
  })
}
