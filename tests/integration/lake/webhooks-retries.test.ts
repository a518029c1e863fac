import {rmSync} from 'node:fs'
import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, it} from 'vitest'
import {QueryPool} from '#sanity/lake/query/pool.ts'
import {openHistory} from '#sanity/lake/store/history.ts'
import {openPurges} from '#sanity/lake/store/purges.ts'
import {databaseFile, openStore} from '#sanity/lake/store/store.ts'
import {Dispatcher} from '#sanity/lake/webhooks/dispatcher.ts'
import {openHooks} from '#sanity/lake/webhooks/hooks.ts'
import {openMessages} from '#sanity/lake/webhooks/messages.ts'
import {Writer} from '#sanity/lake/write/writer.ts'
import {temporaryFolder} from './lake-for-tests.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A store with one hook and a dispatcher whose patience is a matter of milliseconds. */
async function impatient(answer: (response: ServerResponse) => void) {
  const times: number[] = []
  const server = createServer((request, response) => {
    times.push(performance.now())
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
  const dispatcher = new Dispatcher({
    ...{
      store,
      hooks,
      messages,
      queries,
      purges: openPurges(store),
      history: openHistory(store),
      projectId: 'local',
    },
    policy: {timeoutMs: 100, firstDelayMs: 40, longestDelayMs: 160, giveUpMs: 600},
  })
  closers.push(
    () => rmSync(dir, {recursive: true}),
    () => store.close(),
    () => queries.close(),
    () => dispatcher.stop(),
    () => server.close(),
    () => server.closeAllConnections(),
  )
  const fail = () => new Error('never')
  await new Writer(store).write({dataset: 'production', author: 'me', fail}, (transaction) =>
    transaction.put({_id: 'a', _type: 'page'}, 'create', fail),
  )
  dispatcher.wake()
  const status = () => messages.messages(hook.id)[0]?.status
  return {times, status, attempts: () => messages.attempts(hook.id)}
}

it('a receiver that fails is tried again at growing intervals, up to a longest one, then given up', async () => {
  const {times, status, attempts} = await impatient((response) => response.writeHead(500).end())
  await expect.poll(status, {timeout: 4000, interval: 10}).toBe('failure')
  const [first = 0, second = 0, third = 0, fourth = 0] = times
  expect(second - first).toBeGreaterThan(35)
  expect(third - second).toBeGreaterThan(75)
  expect(fourth - third).toBeGreaterThan(155)
  expect(times.length).toBeLessThanOrEqual(7)
  expect(attempts()).toHaveLength(times.length)
})

it('a receiver that does not answer in time has failed, and is tried again', async () => {
  const answers = [() => undefined, (response: ServerResponse) => response.end()]
  const {status, attempts} = await impatient((response) => (answers.shift() ?? answers[0])?.(response))
  await expect.poll(status, {timeout: 4000, interval: 10}).toBe('success')
  expect(attempts()).toMatchObject([{resultCode: 200}, {resultCode: null, failureReason: 'timeout'}])
})
