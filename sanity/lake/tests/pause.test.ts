import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createPause} from '../src/pause.ts'

beforeEach(() => void vi.useFakeTimers({toFake: ['performance']}))
afterEach(() => vi.useRealTimers())

it('other work runs after one slice, however many long tasks there are', async () => {
  const order: string[] = []
  let running = 3
  const longWork = async () => {
    const pause = createPause()
    for (let step = 0; step < 10; step += 1) {
      await pause()
      order.push('step')
      vi.advanceTimersByTime(2)
    }
    running -= 1
  }
  const all = Promise.all([longWork(), longWork(), longWork()])
  while (running > 0) {
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

it('work ends when its caller has disconnected', async () => {
  const caller = new AbortController()
  const pause = createPause(caller.signal)
  await pause()
  vi.advanceTimersByTime(10)
  caller.abort()
  await expect(pause()).rejects.toMatchObject({name: 'AbortError'})
})
