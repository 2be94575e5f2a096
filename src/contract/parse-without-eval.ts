/**
 * Imported first by a window, before any schema is made: the window's CSP forbids making functions from text,
 * which zod otherwise tries once.
 */
import { z } from 'zod'

z.config({ jitless: true })
