import {rmSync} from 'node:fs'
import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, it, vi} from 'vitest'
import {type Clock, steadyClock} from '../src/clock.ts'
import {QueryPool} from '../src/query/pool.ts'
import {openHistory} from '../src/store/history.ts'
import {databaseFile} from '../src/store/open-database.ts'
import {openPurges} from '../src/store/purges.ts'
import {openStore} from '../src/store/store.ts'
import {Dispatcher} from '../src/webhooks/dispatcher.ts'
import {openHooks} from '../src/webhooks/hooks.ts'
import {openMessages} from '../src/webhooks/messages.ts'
import {Writer} from '../src/write/writer.ts'
import {temporaryFolder} from './lake-for-tests.ts'
import {manualClock} from './manual-clock.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const close of cleanups.splice(0).reverse()) await close()
})

const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute

/** A store with one webhook, and one message for it of each of `count` documents. */
async function setUpMessages(answer: (response: ServerResponse) => void, count = 1) {
  let requestCount = 0
  const server = createServer((request, response) => {
    requestCount += 1
    request.resume()
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const dir = temporaryFolder()
  const store = openStore(dir)
  store.addDataset('production')
  const [hooks, messages] = [openHooks(store, 'local'), openMessages(store)]
  const queries = new QueryPool({
    ...{file: databaseFile(dir), projectId: 'local', dataset: 'production', timeoutMs: 5000},
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const hook = hooks.create({name: 'A hook', url, dataset: 'production', rule: {on: ['create']}})
  cleanups.push(
    () => rmSync(dir, {recursive: true}),
    () => store.close(),
    () => queries.close(),
    () => server.close(),
    () => server.closeAllConnections(),
  )
  const fail = () => new Error('never')
  await new Writer(store).write({dataset: 'production', author: 'me', fail}, (transaction) => {
    for (let index = 0; index < count; index += 1)
      transaction.put({_id: `page${index}`, _type: 'page'}, 'create', fail)
  })
  return {
    dispatch(clock: Clock, policy = {}) {
      const parts = {store, hooks, messages, queries, purges: openPurges(store), history: openHistory(store)}
      const dispatcher = new Dispatcher({...parts, projectId: 'local', clock, policy})
      cleanups.push(() => dispatcher.stop())
      dispatcher.wake()
      return dispatcher
    },
    requestCount: () => requestCount,
    status: () => messages.messages(hook.id)[0]?.status,
    waiting: () =>
      Number(store.db.prepare("SELECT count(*) AS n FROM hook_messages WHERE status = 'queued'").get()?.n),
    attempts: () => messages.attempts(hook.id),
  }
}

const refuse = (response: ServerResponse) => response.writeHead(500).end()

it('a failing receiver is retried with growing delays up to a maximum, until the message is given up', async () => {
  const {dispatch, status, requestCount, attempts} = await setUpMessages(refuse)
  const {clock, advanceToNext} = manualClock()
  dispatch(clock)
  const waits: number[] = []
  while (waits.length < 14) {
    await expect.poll(() => attempts().length, {message: 'attempts'}).toBe(waits.length + 1)
    waits.push(await advanceToNext())
  }
  expect(waits.map((wait) => wait / second)).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300,
  ])
  await expect.poll(status).toBe('failure')
  expect([requestCount(), attempts().length]).toEqual([15, 15])
})

it('a receiver that times out is retried', async () => {
  const answers = [() => undefined]
  const {dispatch, status, requestCount, attempts} = await setUpMessages((response) => {
    const answer = answers.shift()
    if (!answer) response.end()
  })
  const {clock, advance, delays, advanceToNext} = manualClock()
  dispatch(clock)
  await expect.poll(requestCount).toBe(1)
  expect(delays()).toEqual([30 * second])
  advance(30 * second)
  await expect.poll(() => attempts().length).toBe(1)
  expect(await advanceToNext()).toBe(second)
  await expect.poll(status).toBe('success')
  expect(attempts()).toMatchObject([
    {resultCode: 200},
    {resultCode: null, failureReason: 'timeout', duration: 30 * second},
  ])
})

it('a retry happens when the system clock is set back or ahead by a day', async () => {
  for (const step of [-day, day]) {
    const codes = [500]
    const {dispatch, status, attempts} = await setUpMessages((response) =>
      response.writeHead(codes.shift() ?? 200).end(),
    )
    // Long enough to set the clock before the retry.
    dispatch(steadyClock, {firstDelayMs: 500})
    await expect.poll(() => attempts().length).toBe(1)
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + step})
    await expect.poll(status, {message: `clock set by ${step} ms`}).toBe('success')
    vi.useRealTimers()
  }
})

it('messages of an earlier run are retried within minutes, though its clock was a day ahead', async () => {
  const codes = [500]
  const {dispatch, status, attempts} = await setUpMessages((response) =>
    response.writeHead(codes.shift() ?? 200).end(),
  )
  const ahead = manualClock(Date.UTC(2026, 0, 2))
  const first = dispatch(ahead.clock)
  await expect.poll(() => attempts().length).toBe(1)
  await first.stop()
  const {clock, advanceToNext} = manualClock(Date.UTC(2026, 0, 1))
  dispatch(clock)
  expect(await advanceToNext()).toBe(5 * minute)
  await expect.poll(status).toBe('success')
})

it('a receiver that is down is probed with one message, and gets all others when it responds', async () => {
  const count = 300
  let isDown = true
  const {dispatch, requestCount, attempts, waiting} = await setUpMessages((response) => {
    if (isDown) response.destroy()
    else response.end()
  }, count)
  const {clock, advanceToNext} = manualClock()
  dispatch(clock)
  // As many as are sent at once, before it is known that the receiver is down.
  await expect.poll(() => attempts().length).toBe(5)
  const waits: number[] = []
  while (waits.length < 9) {
    waits.push(await advanceToNext())
    await expect.poll(() => attempts().length, {message: 'attempts'}).toBe(5 + waits.length)
  }
  expect(waits.map((wait) => wait / second)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256])
  isDown = false
  const failed = requestCount()
  await advanceToNext()
  await expect.poll(waiting).toBe(0)
  expect(requestCount() - failed).toBe(count)
})

it('a receiver that is down for half an hour gets seven tries, though twenty thousand messages wait', async () => {
  const refuseConnection = (response: ServerResponse) => void response.destroy()
  const {dispatch, requestCount, attempts, waiting} = await setUpMessages(refuseConnection, 20_000)
  const {clock, advance, advanceToNext} = manualClock()
  dispatch(clock)
  await expect.poll(() => attempts().length).toBe(5)
  await advanceToNext()
  await expect.poll(() => attempts().length).toBe(6)
  advance(31 * minute)
  // Given up without a try of their own.
  await expect.poll(waiting).toBe(0)
  expect(requestCount()).toBe(7)
})
