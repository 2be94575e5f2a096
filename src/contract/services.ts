/** What the services must serve: one function a row of the table. A row without one does not compile. */
import type { AppError } from '../core/app-error'
import type { Result } from '../core/result'
import type { Channel, Input, Output } from './channels'

export type Services = { readonly [C in Channel]: (input: Input<C>) => Promise<Result<Output<C>, AppError>> }
