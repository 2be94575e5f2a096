import { describe, expect, it } from 'vitest'
import { createCommandBus } from '../../src/renderer/screens/command-bus'

describe('a command from menu or keyboard', () => {
  it('goes to the screen and not to the window, in whatever order they came', () => {
    for (const order of [
      ['screen', 'window'],
      ['window', 'screen'],
    ] as const) {
      const bus = createCommandBus()
      const opened: string[] = []
      for (const owner of order) bus.listen(owner, () => ({ openFile: () => opened.push(owner) }))
      bus.tell('openFile')
      expect(opened).toEqual(['screen'])
    }
  })

  it('goes to the window when the screen has nothing to do with it, and when the screen is gone', () => {
    const bus = createCommandBus()
    const done: string[] = []
    bus.listen('window', () => ({ newReport: () => done.push('new'), openFile: () => done.push('window') }))
    const leave = bus.listen('screen', () => ({ openFile: () => done.push('screen') }))
    bus.tell('newReport')
    bus.tell('openFile')
    leave()
    bus.tell('openFile')
    bus.tell('bold')
    expect(done).toEqual(['new', 'screen', 'window'])
  })
})
