import { Tabs as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import './tabs.css'

interface Tab<K extends string> {
  readonly key: K
  readonly label: ReactNode
  readonly content: ReactNode
}

interface TabsProps<K extends string> {
  readonly label: string
  readonly tabs: readonly Tab<K>[]
  readonly chosen: K
  readonly onChoose: (key: K) => void
}

/** Panels that share one place. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose }: TabsProps<K>) {
  return (
    <Primitive.Root
      className="tabs"
      value={chosen}
      onValueChange={(value) => {
        const tab = tabs.find(({ key }) => key === value)
        if (tab) onChoose(tab.key)
      }}
    >
      <Primitive.List className="tabs__list" aria-label={label}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.key} value={tab.key} className="tabs__tab">
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.key} value={tab.key} className="tabs__panel">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  )
}
