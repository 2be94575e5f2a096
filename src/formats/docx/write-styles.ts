/**
 * The style sheet of an exported document: one named style for each element the layout prints, from its rows.
 * Written by ourselves because `docx` mixes in styles of its own, in blue and on bases it does not define.
 */
import { ELEMENT_NAMES } from '../../core/official-layout/element-names'
import {
  HEADING_ELEMENTS,
  styleOf,
  type Alignment,
  type ElementStyle,
  type Layout,
  type LayoutElement,
} from '../../core/official-layout/layout'
import { mmToTwips, ptToHalfPoints, ptToTwips } from './units'

export const LANGUAGE = 'vi-VN'

/** The id under which a paragraph asks for its style: `issuingOrganization` → `IssuingOrganization`. */
export const styleId = (element: LayoutElement): string => element.charAt(0).toUpperCase() + element.slice(1)

/** A rule is an empty paragraph with a line above it, too low to be taken for a line of text. */
export const RULE_STYLE_ID = 'Rule'
/** Under a table that stands last in a cell or before another: Word wants a paragraph there. */
export const TABLE_STYLE_ID = 'ReportTable'

export function stylesXml(layout: Layout): string {
  const body = styleOf(layout, 'body')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(body)}${sizes(body)}`,
    `<w:lang w:val="${LANGUAGE}" w:eastAsia="${LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    BASE_STYLES,
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${RULE_STYLE_ID}"><w:name w:val="Kẻ ngang"/><w:basedOn w:val="Normal"/><w:qFormat/>`,
    '<w:pPr><w:spacing w:before="60" w:after="20" w:line="40" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
    ...[...layout.styles].map(([element, style]) => elementStyleXml(element, style)),
    '</w:styles>',
  ].join('')
}

const BASE_STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>',
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE_ID}"><w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`,
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  ),
  '</w:tblBorders></w:tblPr></w:style>',
].join('')

function elementStyleXml(element: LayoutElement, style: ElementStyle): string {
  const outline = HEADING_ELEMENTS.findIndex((heading) => heading === element)
  const isBuiltIn = outline > 0 || element === 'caption'
  return [
    `<w:style w:type="paragraph"${isBuiltIn ? '' : ' w:customStyle="1"'} w:styleId="${styleId(element)}">`,
    `<w:name w:val="${ELEMENT_NAMES[element]}"/><w:basedOn w:val="Normal"/>`,
    outline >= 0 ? `<w:next w:val="${styleId('body')}"/>` : '',
    '<w:qFormat/>',
    `<w:pPr>${paragraphProperties(style, outline)}</w:pPr>`,
    `<w:rPr>${fonts(style)}${runProperties(style)}</w:rPr>`,
    '</w:style>',
  ].join('')
}

/** In the order the schema of WordprocessingML asks for. */
function paragraphProperties(style: ElementStyle, outline: number): string {
  const indents = [
    style.leftIndent > 0 ? ` w:left="${mmToTwips(style.leftIndent)}"` : '',
    style.firstLineIndent > 0 ? ` w:firstLine="${mmToTwips(style.firstLineIndent)}"` : '',
  ].join('')
  return [
    style.keepWithNext ? '<w:keepNext/>' : '',
    outline >= 0 ? '<w:keepLines/>' : '',
    `<w:spacing w:before="${ptToTwips(style.spaceBefore)}" w:after="${ptToTwips(style.spaceAfter)}" ${lineSpacing(style)}/>`,
    indents === '' ? '' : `<w:ind${indents}/>`,
    `<w:jc w:val="${JUSTIFICATION[style.alignment]}"/>`,
    outline >= 0 ? `<w:outlineLvl w:val="${Math.max(0, outline - 1)}"/>` : '',
  ].join('')
}

const JUSTIFICATION: Readonly<Record<Alignment, string>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justified: 'both',
}

const lineSpacing = ({ lineSpacing: spacing }: ElementStyle): string =>
  'exact' in spacing
    ? `w:line="${ptToTwips(spacing.exact)}" w:lineRule="exact"`
    : `w:line="${Math.round(spacing.multiple * 240)}" w:lineRule="auto"`

function fonts({ fontFamily }: ElementStyle): string {
  const name = fontFamily.replace(/[&<>"]/g, '')
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}

const sizes = ({ fontSize }: ElementStyle): string =>
  `<w:sz w:val="${ptToHalfPoints(fontSize)}"/><w:szCs w:val="${ptToHalfPoints(fontSize)}"/>`

const runProperties = (style: ElementStyle): string =>
  [
    style.isBold ? '<w:b/><w:bCs/>' : '',
    style.isItalic ? '<w:i/><w:iCs/>' : '',
    sizes(style),
    style.isUnderlined ? '<w:u w:val="single"/>' : '',
  ].join('')
