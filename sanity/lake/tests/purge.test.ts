import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'
import {addHook, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

const transactionsOf = (id: string) =>
  lake.client.request({url: `/data/history/production/transactions/${id}`})

/** Whether the log contains this text. */
function isLogged(text: string): boolean {
  const db = new DatabaseSync(join(lake.dir, 'lake.sqlite'), {readOnly: true})
  const row = db
    .prepare('SELECT count(*) AS count FROM effects WHERE instr(mutations || apply || revert, ?)')
    .get(text)
  db.close()
  return Number(row?.count) > 0
}

it('deleting with purge deletes the history of a document and its draft after the webhooks were sent', async () => {
  const {url, waitForDeliveries} = await receiver()
  const rule = {on: ['delete'], filter: '_id == "p"', projection: '{"was": before().secret}'}
  await addHook(lake.client, url, {rule})
  await lake.client.create({_id: 'p', _type: 'person', secret: 'first secret'})
  await lake.client.patch('p').set({secret: 'second secret'}).commit()
  await lake.client.create({_id: 'drafts.p', _type: 'person', secret: 'third secret'})
  await lake.client.create({_id: 'other', _type: 'person', secret: 'kept secret'})
  const purge = {publishedId: 'p', includeDrafts: ['drafts.p'], purge: true}
  await lake.client.action({actionType: 'sanity.action.document.delete', ...purge})
  expect((await waitForDeliveries(1)).map(({payload}) => payload)).toEqual([{was: 'second secret'}])
  await expect.poll(() => isLogged('second secret')).toBe(false)
  expect(['first secret', 'third secret', 'kept secret'].map(isLogged)).toEqual([false, false, true])
  expect(String(await transactionsOf('p'))).not.toContain('secret')
  const before = await lake.client.request({
    url: '/data/history/production/documents/p',
    query: {lastRevision: 'true'},
  })
  expect(before).toMatchObject({documents: []})
  await lake.client.create({_id: 'p', _type: 'person', secret: 'new'})
  expect(await lake.visitor.fetch('*[_id == "p"][0].secret')).toBe('new')
})

it('discarding a draft with purge works without a webhook', async () => {
  await lake.client.create({_id: 'drafts.d', _type: 'person', secret: 'fourth secret'})
  await lake.client.discardVersion({publishedId: 'd'}, true)
  await expect.poll(() => isLogged('fourth secret')).toBe(false)
  expect(await lake.client.getDocument('drafts.d')).toBeUndefined()
})
