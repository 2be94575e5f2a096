import { z } from 'zod'
import names from '../../../resources/layouts/element-names.json'
import { LAYOUT_ELEMENTS, type LayoutElement } from './layout'

const ElementNamesSchema = z.record(z.enum(LAYOUT_ELEMENTS), z.string().min(1))

/** What an officer reads in the list of styles of a word processor. Headings and captions bear the names programs know. */
export const ELEMENT_NAMES: Readonly<Record<LayoutElement, string>> = ElementNamesSchema.parse(names)
