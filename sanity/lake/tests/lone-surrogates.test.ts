import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {startLake} from '../src/server.ts'
import {clientFor, lakeForTests, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {addHook, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

/** Half of an emoji, and the sign that replaces it. */
const [half, replacement] = ['\ud83d', '\ufffd']

describe('a string with half of a surrogate pair', () => {
  it('is stored with a replacement, so that a query in an address finds it', async () => {
    const slug = `a${half}b`
    const stored = await lake.client.create({_id: 'slug', _type: 'page', slug, [`key${half}`]: '😀'})
    expect(stored).toMatchObject({slug: `a${replacement}b`, [`key${replacement}`]: '😀'})
    expect(await lake.client.fetch('*[slug == $slug]._id', {slug: slug.toWellFormed()})).toEqual(['slug'])
    await lake.client
      .patch('slug')
      .set({slug: `${half}c`})
      .commit()
    expect(await lake.client.fetch('*[_id == "slug"][0].slug')).toBe(`${replacement}c`)
  })

  it('does not hold up the webhook of its document', async () => {
    const {url, waitForDeliveries} = await receiver()
    await addHook(lake.client, url, {rule: {filter: '_type == "hooked"', projection: '{slug}'}})
    await lake.client.create({_id: 'hooked', _type: 'hooked', slug: half})
    await lake.client.patch('hooked').set({slug: 'next'}).commit()
    const slugs = (await waitForDeliveries(2)).map(({payload}) => (payload as {slug: string}).slug)
    // A receiver builds an address of it. encodeURIComponent throws for half of a pair.
    expect(slugs.map(encodeURIComponent)).toEqual([encodeURIComponent(replacement), 'next'])
  })

  it('is replaced in a seed too', async () => {
    const dir = temporaryFolder()
    const seed = join(dir, 'seed')
    mkdirSync(seed)
    writeFileSync(
      join(seed, 'a.ndjson'),
      '{"_id":"a","_type":"page","slug":"\\ud83d","ok":"\\ud83d\\ude00"}\n',
    )
    const seeded = await startLake(optionsFor(dir, {seed}))
    const found = await clientFor(seeded.url, {token}).getDocument('a')
    await seeded.close()
    expect(found).toMatchObject({slug: replacement, ok: '😀'})
  })
})
