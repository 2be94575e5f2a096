/** The look of a page element on the screen, from the layout's rows. Sizes count in the page's own points and mm. */
import type { CSSProperties } from 'react'
import { styleOf, type ElementStyle, type Layout, type LayoutElement } from '../../../core/official-layout/layout'

const points = (value: number): string => `calc(var(--pt) * ${value})`
export const millimetres = (value: number): string => `calc(var(--mm) * ${value})`

export function elementStyle(layout: Layout, element: LayoutElement): CSSProperties {
  const style = styleOf(layout, element)
  return {
    fontSize: points(style.fontSize),
    fontWeight: style.isBold ? 700 : 400,
    fontStyle: style.isItalic ? 'italic' : 'normal',
    textDecoration: style.isUnderlined ? 'underline' : 'none',
    textTransform: style.isUppercase ? 'uppercase' : 'none',
    textAlign: style.alignment === 'justified' ? 'justify' : style.alignment,
    textIndent: millimetres(style.firstLineIndent),
    paddingLeft: style.leftIndent === 0 ? undefined : millimetres(style.leftIndent),
    marginTop: points(style.spaceBefore),
    marginBottom: points(style.spaceAfter),
    lineHeight: lineHeight(style),
  }
}

function lineHeight({ lineSpacing }: ElementStyle): string {
  // Times New Roman stands 1.15 times its size apart at single spacing.
  return 'exact' in lineSpacing ? points(lineSpacing.exact) : String(Math.round(lineSpacing.multiple * 115) / 100)
}

/** The paper: its size and margins. */
export function paperStyle(layout: Layout): CSSProperties {
  const { page } = layout
  return {
    minHeight: millimetres(page.height),
    paddingTop: millimetres(page.marginTop),
    paddingRight: millimetres(page.marginRight),
    paddingBottom: millimetres(page.marginBottom),
    paddingLeft: millimetres(page.marginLeft),
  }
}
