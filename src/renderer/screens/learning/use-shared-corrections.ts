import { useCallback, useEffect, useState } from 'react'
import type { FileRef } from '../../../contract/channels'
import type { Result } from '../../../core/result'
import type { WindowError } from '../../bridge'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { useToast } from '../../ui/toast'
import { chooseFilesInPage, CORRECTION_FILES } from '../choose-files'
import { useWindow } from '../window-context'

/** What this machine was taught about labels: how much, and the ways to share it with the office. */
export function useSharedCorrections(onImported?: () => void) {
  const { bridge, host } = useWindow()
  const toast = useToast()
  const [count, setCount] = useState<number>()

  const refresh = useCallback(async () => {
    const counted = await bridge.call('corrections.count', {})
    if (counted.ok) setCount(counted.value.count)
  }, [bridge])
  useEffect(() => {
    void bridge.call('corrections.count', {}).then((counted) => {
      if (counted.ok) setCount(counted.value.count)
    })
  }, [bridge])

  const fail = (error: WindowError) => {
    if (error.code !== 'cancelled') toast({ tone: 'bad', text: errorText(error) })
  }
  const choose = async (): Promise<Result<FileRef, WindowError> | undefined> => {
    if (host.hasFileDialogs) {
      const chosen = await bridge.call('file.choose', { purpose: 'corrections' })
      if (!chosen.ok) return chosen
      const [file] = chosen.value.files
      return file ? { ok: true, value: file } : undefined
    }
    const [file] = await chooseFilesInPage(document, { accept: CORRECTION_FILES, isMultiple: false })
    return file ? bridge.upload(file) : undefined
  }

  return {
    count,
    refresh,
    exportAll: async () => {
      const delivered = await bridge.call('corrections.export', {})
      if (!delivered.ok) return fail(delivered.error)
      bridge.receive(delivered.value)
      toast({ tone: 'good', text: vi.corrections.exported(delivered.value.name) })
    },
    importFile: async () => {
      const file = await choose()
      if (!file) return
      const added = file.ok ? await bridge.call('corrections.import', { file: file.value }) : file
      if (!added.ok) return fail(added.error)
      toast({ tone: 'good', text: vi.corrections.imported(added.value.added) })
      await refresh()
      if (added.value.added > 0) onImported?.()
    },
  }
}
