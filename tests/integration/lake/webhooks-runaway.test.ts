import {expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'
import {addHook, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests({queryTimeoutMs: 1000})

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
    .poll(attempts, {timeout: 4000})
    .toMatchObject([
      {isFailure: true, failureReason: 'timeout', resultBody: expect.stringContaining('stopped after 1 s')},
    ])
  expect(await hooksOf(lake.member, `/${stuck}/messages`)).toMatchObject([{status: 'failure'}])
  expect(deliveries.map(({payload}) => payload)).toEqual([{_id: 'long'}])
})
