import {rmSync} from 'node:fs'
import {expect, it} from 'vitest'
import {startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {addHook, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests({queryTimeoutMs: 2000})

/** Every item of a list compared with every other, and those with every other. */
const all = 'after().list'
const runaway = `count(${all}[count(${all}[count(${all}[@ > 0]) > 0]) > 0]) > 0`

it('a rule that runs away is stopped and logged, and holds up neither other webhooks nor anybody else', async () => {
  const {url, heard, deliveries} = await receiver()
  const stuck = await addHook(lake.member, url, {name: 'Stuck', rule: {filter: runaway}})
  await addHook(lake.member, url, {name: 'Good', rule: {projection: '{_id}'}})
  await lake.member.create({_id: 'long', _type: 'page', list: Array.from({length: 500}, (_, n) => n + 1)})
  for (let index = 0; index < 5; index += 1) await lake.visitor.fetch('*[_id == "long"][0]._id')
  await heard(1)
  expect(await hooksOf(lake.member, `/${stuck}/messages`)).toEqual([])
  const attempts = () => hooksOf(lake.member, `/${stuck}/attempts`)
  await expect
    .poll(attempts)
    .toMatchObject([
      {isFailure: true, failureReason: 'timeout', resultBody: expect.stringContaining('stopped after 2 s')},
    ])
  expect(await hooksOf(lake.member, `/${stuck}/messages`)).toMatchObject([{status: 'failure'}])
  expect(deliveries.map(({payload}) => payload)).toEqual([{_id: 'long'}])
})

it('a lake that is stopped does not wait for a rule, and tells the webhook of it when it runs again', async () => {
  const dir = temporaryFolder()
  const {url, heard} = await receiver()
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
  await heard(1)
  await third.close()
  rmSync(dir, {recursive: true})
})
