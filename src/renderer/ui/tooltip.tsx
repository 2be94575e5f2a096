import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import './floating.css'

/** Shows a short name on hover and on focus. The trigger keeps its own accessible name. */
export function Tooltip({ text, children }: { readonly text: ReactNode; readonly children: ReactNode }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className="floating floating--tooltip" sideOffset={6} collisionPadding={8}>
          {text}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export const TooltipProvider = Primitive.Provider
