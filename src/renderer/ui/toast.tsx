import { X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { classNames } from './class-names'
import './toast.css'

interface ToastMessage {
  readonly tone: 'good' | 'bad' | 'neutral'
  readonly text: string
  /** One thing to do about it, for instance to undo. */
  readonly action?: { readonly label: string; readonly onSelect: () => void }
  /** Stays until it is closed, as errors do. */
  readonly isLasting?: boolean
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined)

/** Says something short in the corner; errors stay until they are closed. */
export const useToast = () => use(ToastContext)

interface ToastProviderProps {
  readonly closeLabel: string
  /** Accessible name of the corner in which messages stand. */
  readonly regionLabel: string
  readonly children: ReactNode
}

export function ToastProvider({ closeLabel, regionLabel, children }: ToastProviderProps) {
  const [messages, setMessages] = useState<readonly (ToastMessage & { readonly key: number })[]>([])
  const show = useCallback((message: ToastMessage) => {
    setMessages((current) => [...current.slice(-2), { ...message, key: (current.at(-1)?.key ?? 0) + 1 }])
  }, [])
  const remove = useCallback((key: number) => {
    setMessages((current) => current.filter((message) => message.key !== key))
  }, [])
  const drawn = useMemo(
    () =>
      messages.map((message) => (
        <Primitive.Root
          key={message.key}
          className={classNames('toast', `toast--${message.tone}`)}
          duration={message.tone === 'bad' || message.isLasting ? Infinity : 6000}
          onOpenChange={(isOpen) => {
            if (!isOpen) remove(message.key)
          }}
        >
          <Primitive.Description className="toast__words">{message.text}</Primitive.Description>
          {message.action ? (
            <Primitive.Action
              className="toast__action"
              altText={message.action.label}
              onClick={message.action.onSelect}
            >
              {message.action.label}
            </Primitive.Action>
          ) : null}
          <Primitive.Close className="icon-button toast__close" aria-label={closeLabel}>
            <X className="icon" aria-hidden />
          </Primitive.Close>
        </Primitive.Root>
      )),
    [messages, remove, closeLabel],
  )
  return (
    <ToastContext value={show}>
      <Primitive.Provider label={regionLabel} swipeDirection="right">
        {children}
        {drawn}
        <Primitive.Viewport className="toast-corner" label={regionLabel} />
      </Primitive.Provider>
    </ToastContext>
  )
}
