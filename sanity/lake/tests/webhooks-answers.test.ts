import {rmSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {addHook, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

let last = 0
const newId = () => `doc-${++last}`

describe('an answer', () => {
  const attemptsOf = async (id: string) =>
    (await hooksOf(lake.member, `/${id}/attempts`)) as {
      resultCode: number
      resultBody: string
      isFailure: boolean
    }[]

  it('that redirects is not followed, and is a failure', async () => {
    const target = await receiver()
    const {url} = await receiver((response) => response.writeHead(302, {location: target.url}).end())
    const id = await addHook(lake.member, url)
    await lake.member.create({_id: newId(), _type: 'page'})
    await expect.poll(() => attemptsOf(id)).toMatchObject([{resultCode: 302, isFailure: true}])
    expect(target.deliveries).toEqual([])
  })

  it('of 429 is a reason to try again, with what waits behind it in order', async () => {
    const codes = [429]
    const {url, heard} = await receiver((response) => response.writeHead(codes.shift() ?? 200).end())
    await addHook(lake.member, url, {rule: {projection: '{title}'}})
    const id = newId()
    await lake.member.create({_id: id, _type: 'page', title: 'one'})
    await lake.member.patch(id).set({title: 'two'}).commit()
    const titles = (await heard(3)).map(({payload}) => (payload as {title: string}).title)
    expect(titles).toEqual(['one', 'one', 'two'])
  })

  it('without an end is read only as far as it is logged', async () => {
    const {url} = await receiver((response) => {
      const write = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', write)
      write()
    })
    const id = await addHook(lake.member, url)
    await lake.member.create({_id: newId(), _type: 'page'})
    await expect.poll(() => attemptsOf(id)).toMatchObject([{resultCode: 200, resultBody: 'x'.repeat(2000)}])
  })
})

describe('what could not be delivered', () => {
  it('is delivered after a restart, with the same key', async () => {
    const dir = temporaryFolder()
    const codes = [503]
    const {url, heard} = await receiver((response) => response.writeHead(codes.shift() ?? 200).end())
    const first = await startLake(optionsFor(dir))
    const before = clientFor(first.url, {token})
    await addHook(before, url)
    await before.create({_id: 'waits', _type: 'page'})
    await heard(1)
    await first.close()
    const second = await startLake(optionsFor(dir))
    const [refused, taken] = await heard(2)
    expect(taken?.headers['idempotency-key']).toBe(refused?.headers['idempotency-key'])
    expect(taken?.text).toBe(refused?.text)
    await second.close()
    rmSync(dir, {recursive: true})
  })
})
