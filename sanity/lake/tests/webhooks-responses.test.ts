import {rmSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {addHook, hooksOf, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

let last = 0
const newId = () => `doc-${++last}`

describe('a response', () => {
  const attemptsOf = async (id: string) =>
    (await hooksOf(lake.client, `/${id}/attempts`)) as {
      resultCode: number
      resultBody: string
      isFailure: boolean
    }[]

  it('with a redirect is not followed, and counts as a failure', async () => {
    const target = await receiver()
    const {url} = await receiver((response) => response.writeHead(302, {location: target.url}).end())
    const id = await addHook(lake.client, url)
    await lake.client.create({_id: newId(), _type: 'page'})
    await expect.poll(() => attemptsOf(id)).toMatchObject([{resultCode: 302, isFailure: true}])
    expect(target.deliveries).toEqual([])
  })

  it('of 429 is retried, and later messages keep their order', async () => {
    const codes = [429]
    const {url, waitForDeliveries} = await receiver((response) =>
      response.writeHead(codes.shift() ?? 200).end(),
    )
    await addHook(lake.client, url, {rule: {projection: '{title}'}})
    const id = newId()
    await lake.client.create({_id: id, _type: 'page', title: 'one'})
    await lake.client.patch(id).set({title: 'two'}).commit()
    const titles = (await waitForDeliveries(3)).map(({payload}) => (payload as {title: string}).title)
    expect(titles).toEqual(['one', 'one', 'two'])
  })

  it('without an end is read only up to the logged size', async () => {
    const {url} = await receiver((response) => {
      const write = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', write)
      write()
    })
    const id = await addHook(lake.client, url)
    await lake.client.create({_id: newId(), _type: 'page'})
    await expect.poll(() => attemptsOf(id)).toMatchObject([{resultCode: 200, resultBody: 'x'.repeat(2000)}])
  })
})

describe('a failed delivery', () => {
  it('is retried after a restart, with the same key', async () => {
    const dir = temporaryFolder()
    const codes = [503]
    const {url, waitForDeliveries} = await receiver((response) =>
      response.writeHead(codes.shift() ?? 200).end(),
    )
    const first = await startLake(optionsFor(dir))
    const before = clientFor(first.url, {token})
    await addHook(before, url)
    await before.create({_id: 'waits', _type: 'page'})
    await waitForDeliveries(1)
    await first.close()
    const second = await startLake(optionsFor(dir))
    const [refused, accepted] = await waitForDeliveries(2)
    expect(accepted?.headers['idempotency-key']).toBe(refused?.headers['idempotency-key'])
    expect(accepted?.text).toBe(refused?.text)
    await second.close()
    rmSync(dir, {recursive: true})
  })
})
