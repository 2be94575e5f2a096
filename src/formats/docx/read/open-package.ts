/**
 * The parts of an OOXML package and how they refer to one another (ECMA-376-2). A part is unpacked when it is asked
 * for; a target outside the package is never opened, only told.
 */
import { err, ok, type Result } from '../../../core/result'
import { openZip } from '../../zip/open-zip'
import { ZIP_LIMITS, type ZipProblem } from '../../zip/zip-limits'
import type { XmlProblem } from '../../xml/decode-xml'
import { parseXml, type ParsedXml, type XmlElement } from '../../xml/parse-xml'
import { attributeOf, childrenOf } from '../../xml/xml-element'
import { OOXML_NAMESPACES } from './ooxml-namespaces'

export type PackageProblem = ZipProblem | XmlProblem

export interface Relationship {
  readonly id: string
  /** Last word of its type: `styles`, `footer`, `hyperlink`. */
  readonly type: string
  /** Name of the part in the package; as it is written where it points outside. */
  readonly target: string
  readonly isExternal: boolean
}

export interface Package {
  /** The relationships of a part, of the package itself for ''. */
  relationshipsOf(part: string): Result<readonly Relationship[], PackageProblem>
  /** The XML of a part; `undefined` where there is none of this name. */
  xmlOf(part: string, stream?: Stream): Result<ParsedXml | undefined, PackageProblem>
}

interface Stream {
  readonly parent: string
  readonly onElement: (element: XmlElement) => void
}

export function openPackage(bytes: Uint8Array): Result<Package, PackageProblem> {
  const archive = openZip(bytes, ZIP_LIMITS)
  if (!archive.ok) return archive
  const { names } = archive.value
  const byKey = new Map(names.map((name) => [partKey(name), name]))
  if (byKey.size < names.length) return err('duplicate entry')

  const xmlOf: Package['xmlOf'] = (part, stream) => {
    const name = byKey.get(partKey(part))
    if (name === undefined) return ok(undefined)
    const content = archive.value.read(name)
    if (!content.ok) return content
    return content.value === undefined
      ? ok(undefined)
      : parseXml(content.value, { namespaces: OOXML_NAMESPACES, ...(stream ? { stream } : {}) })
  }

  const relationshipsOf: Package['relationshipsOf'] = (part) => {
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    const xml = xmlOf(`${folder}_rels/${part.slice(folder.length)}.rels`)
    if (!xml.ok) return xml
    return ok(childrenOf(xml.value?.root, 'rel:Relationship').map((element) => relationship(element, folder)))
  }

  return ok({ xmlOf, relationshipsOf })
}

/** Names of parts differ by more than capitals; some programs write them with a slash before, or a backslash between. */
const partKey = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase()

function relationship(element: XmlElement, folder: string): Relationship {
  const target = attributeOf(element, 'Target') ?? ''
  const isExternal = attributeOf(element, 'TargetMode') === 'External'
  return {
    id: attributeOf(element, 'Id') ?? '',
    type: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
    target: isExternal ? target : resolveInside(folder, target),
    isExternal,
  }
}

/** Steps that would lead out of the package lead to its root, as in any address. */
function resolveInside(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
