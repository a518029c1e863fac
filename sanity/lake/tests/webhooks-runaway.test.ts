import {rmSync} from 'node:fs'
import {expect, it} from 'vitest'
import {startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {addHook, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests({queryTimeoutMs: 2000})

/** Compares every item of a list with every other, three levels deep. */
const all = 'after().list'
const runaway = `count(${all}[count(${all}[count(${all}[@ > 0]) > 0]) > 0]) > 0`

it('a runaway rule is stopped and logged, and delays neither other webhooks nor queries', async () => {
  const {url, waitForDeliveries, deliveries} = await receiver()
  const runawayHook = await addHook(lake.client, url, {name: 'Stuck', rule: {filter: runaway}})
  await addHook(lake.client, url, {name: 'Good', rule: {projection: '{_id}'}})
  await lake.client.create({_id: 'long', _type: 'page', list: Array.from({length: 500}, (_, n) => n + 1)})
  for (let index = 0; index < 5; index += 1) await lake.visitor.fetch('*[_id == "long"][0]._id')
  await waitForDeliveries(1)
  expect(await hooksOf(lake.client, `/${runawayHook}/messages`)).toEqual([])
  const attempts = () => hooksOf(lake.client, `/${runawayHook}/attempts`)
  await expect
    .poll(attempts)
    .toMatchObject([
      {isFailure: true, failureReason: 'timeout', resultBody: expect.stringContaining('stopped after 2 s')},
    ])
  expect(await hooksOf(lake.client, `/${runawayHook}/messages`)).toMatchObject([{status: 'failure'}])
  expect(deliveries.map(({payload}) => payload)).toEqual([{_id: 'long'}])
})

it('a lake that is stopped does not wait for a rule, and evaluates it again after the restart', async () => {
  const dir = temporaryFolder()
  const {url, waitForDeliveries} = await receiver()
  const first = await startLake(optionsFor(dir, {queryTimeoutMs: 60_000}))
  const client = clientFor(first.url, {token})
  const id = await addHook(client, url, {rule: {filter: runaway}})
  await client.create({_id: 'long', _type: 'page', list: Array.from({length: 500}, (_, n) => n + 1)})
  await first.close()
  const second = await startLake(optionsFor(dir, {queryTimeoutMs: 60_000}))
  const body = {rule: {on: ['create'], filter: '_type == "page"'}}
  await hooksOf(clientFor(second.url, {token}), `/${id}`, {method: 'PATCH', body})
  await second.close()
  const third = await startLake(optionsFor(dir))
  await waitForDeliveries(1)
  await third.close()
  rmSync(dir, {recursive: true})
})
