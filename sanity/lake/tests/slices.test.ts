import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {slices} from '../src/slices.ts'

beforeEach(() => void vi.useFakeTimers({toFake: ['performance']}))
afterEach(() => vi.useRealTimers())

it('however much long work is under way, others are let in after one slice of it', async () => {
  const order: string[] = []
  let working = 3
  const work = async () => {
    const pause = slices()
    for (let step = 0; step < 10; step += 1) {
      await pause()
      order.push('step')
      vi.advanceTimersByTime(2)
    }
    working -= 1
  }
  const all = Promise.all([work(), work(), work()])
  while (working > 0) {
    await new Promise((resolve) => setImmediate(resolve))
    order.push('other')
  }
  await all
  const runs = order
    .join(' ')
    .split('other')
    .map((run) => run.split('step').length - 1)
  expect(Math.max(...runs), 'steps of 2 ms in a row').toBe(3)
  expect(order.filter((what) => what === 'step')).toHaveLength(30)
})

it('work whose asker has gone ends', async () => {
  const asker = new AbortController()
  const pause = slices(asker.signal)
  await pause()
  vi.advanceTimersByTime(10)
  asker.abort()
  await expect(pause()).rejects.toMatchObject({name: 'AbortError'})
})
