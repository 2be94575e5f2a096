/** The namespaces the reader knows, in their transitional and strict spelling (ECMA-376, ISO/IEC 29500), by one prefix each. */
import type { Namespaces } from '../../xml/parse-xml'

const OPEN_XML = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'
const MICROSOFT = 'http://schemas.microsoft.com/office/word/2010'

export const OOXML_NAMESPACES: Namespaces = new Map([
  [`${OPEN_XML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OPEN_XML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OPEN_XML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OPEN_XML}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OPEN_XML}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${OPEN_XML}/drawingml/2006/picture`, 'pic'],
  [`${STRICT}/drawingml/picture`, 'pic'],
  [`${OPEN_XML}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${OPEN_XML}/drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}/drawingml/diagram`, 'dgm'],
  [`${OPEN_XML}/markup-compatibility/2006`, 'mc'],
  [`${OPEN_XML}/package/2006/relationships`, 'rel'],
  [`${MICROSOFT}/wordprocessingShape`, 'wps'],
  [`${MICROSOFT}/wordprocessingGroup`, 'wpg'],
  [`${MICROSOFT}/wordprocessingCanvas`, 'wpc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])
