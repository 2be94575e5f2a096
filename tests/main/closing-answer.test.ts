import { describe, expect, it } from 'vitest'
import { awaitClosingAnswer } from '../../src/main/closing-answer'

describe('the answer of a window that is about to be closed', () => {
  it('is the one given after it was asked', async () => {
    const closing = awaitClosingAnswer()
    closing.answer(true)
    const first = closing.next()
    closing.answer(false)
    closing.answer(true)
    expect(await first).toBe(false)
    const second = closing.next()
    closing.answer(true)
    expect(await second).toBe(true)
  })

  it('is no when the window says nothing', async () => {
    expect(await awaitClosingAnswer(1).next()).toBe(false)
  })
})
