import { vi } from '../text/vi'
import { Banner } from '../ui/banner'
import { useWindow } from './window-context'

/** Says in red that the host does not answer, for as long as it does not. */
export function ConnectionBanner({ isWriting }: { readonly isWriting: boolean }) {
  const { connection } = useWindow()
  switch (connection) {
    case 'here':
      return null
    case 'gone':
      return <Banner tone="bad">{isWriting ? vi.connection.gone : vi.connection.goneIdle}</Banner>
    case 'unauthorised':
      return <Banner tone="bad">{vi.connection.unauthorised}</Banner>
  }
}
