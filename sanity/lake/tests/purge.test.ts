import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'
import {addHook, receiver} from './webhook-receiver.ts'

const lake = lakeForTests()

const told = (id: string) => lake.member.request({url: `/data/history/production/transactions/${id}`})

/** Whether the database holds this text anywhere in its log. */
function isLogged(text: string): boolean {
  const db = new DatabaseSync(join(lake.dir, 'lake.sqlite'), {readOnly: true})
  const row = db
    .prepare('SELECT count(*) AS count FROM effects WHERE instr(mutations || apply || revert, ?)')
    .get(text)
  db.close()
  return Number(row?.count) > 0
}

it('deleting with purge forgets what a document and its draft said, after webhooks were told', async () => {
  const {url, heard} = await receiver()
  const rule = {on: ['delete'], filter: '_id == "p"', projection: '{"was": before().secret}'}
  await addHook(lake.member, url, {rule})
  await lake.member.create({_id: 'p', _type: 'person', secret: 'first secret'})
  await lake.member.patch('p').set({secret: 'second secret'}).commit()
  await lake.member.create({_id: 'drafts.p', _type: 'person', secret: 'third secret'})
  await lake.member.create({_id: 'other', _type: 'person', secret: 'kept secret'})
  const purge = {publishedId: 'p', includeDrafts: ['drafts.p'], purge: true}
  await lake.member.action({actionType: 'sanity.action.document.delete', ...purge})
  expect((await heard(1)).map(({payload}) => payload)).toEqual([{was: 'second secret'}])
  await expect.poll(() => isLogged('second secret')).toBe(false)
  expect(['first secret', 'third secret', 'kept secret'].map(isLogged)).toEqual([false, false, true])
  expect(String(await told('p'))).not.toContain('secret')
  const before = await lake.member.request({
    url: '/data/history/production/documents/p',
    query: {lastRevision: 'true'},
  })
  expect(before).toMatchObject({documents: []})
  await lake.member.create({_id: 'p', _type: 'person', secret: 'new'})
  expect(await lake.visitor.fetch('*[_id == "p"][0].secret')).toBe('new')
})

it('discarding a draft with purge needs no webhook to be done', async () => {
  await lake.member.create({_id: 'drafts.d', _type: 'person', secret: 'fourth secret'})
  await lake.member.discardVersion({publishedId: 'd'}, true)
  await expect.poll(() => isLogged('fourth secret')).toBe(false)
  expect(await lake.member.getDocument('drafts.d')).toBeUndefined()
})
