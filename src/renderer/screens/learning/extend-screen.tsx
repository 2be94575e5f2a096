import { useEffect, useState } from 'react'
import type { Template } from '../../../core/template/template'
import type { Result } from '../../../core/result'
import type { WindowError } from '../../bridge'
import { errorText } from '../../text/errors'
import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import '../screen.css'
import { useWindow } from '../window-context'
import { LearningScreen } from './learning-screen'

/** The learning screen for a template that is there already: it gets further samples. */
export function ExtendScreen({ templateId }: { readonly templateId: string }) {
  const { bridge, go } = useWindow()
  const [template, setTemplate] = useState<Result<Template, WindowError>>()
  useEffect(() => {
    let isCurrent = true
    void bridge.call('template.read', { id: templateId }).then((read) => {
      if (isCurrent) setTemplate(read)
    })
    return () => {
      isCurrent = false
    }
  }, [bridge, templateId])

  if (!template) return null
  if (template.ok) return <LearningScreen base={template.value} />
  return (
    <main className="screen screen--notice">
      <Empty
        title={vi.learning.title}
        actions={<Button onClick={() => go({ screen: 'templates' })}>{vi.home.templates}</Button>}
      >
        {errorText(template.error)}
      </Empty>
    </main>
  )
}
