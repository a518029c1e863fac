import {rmSync} from 'node:fs'
import {afterAll, afterEach, describe, expect, it} from 'vitest'
import {type RunningLake, startLake} from '../src/server.ts'
import {clientFor, optionsFor, temporaryFolder, token} from './lake-for-tests.ts'
import {manualClock} from './manual-clock.ts'

const dir = temporaryFolder()
const hour = 60 * 60_000
const start = Date.UTC(2026, 0, 1)
const {clock, advance} = manualClock(start)
let lake: RunningLake | undefined

/** A lake on the same folder as the one before it. */
async function client() {
  lake ??= await startLake(optionsFor(dir, {clock}))
  return clientFor(lake.url, {token, perspective: 'raw'})
}
const stop = async () => {
  await lake?.close()
  lake = undefined
}
afterEach(stop)
afterAll(() => rmSync(dir, {recursive: true}))

const inHours = (hours: number) => new Date(clock.now() + hours * hour).toISOString()

/** A release with one version of the page `id`. */
async function openRelease(releaseId: string, id: string) {
  const sanity = await client()
  await sanity.releases.create({releaseId, metadata: {title: releaseId, releaseType: 'scheduled'}})
  await createVersion(releaseId, id)
}

const createVersion = async (releaseId: string, id: string) =>
  (await client()).action({
    actionType: 'sanity.action.document.version.create',
    publishedId: id,
    document: {_id: `versions.${releaseId}.${id}`, _type: 'page', title: releaseId},
  })

const state = async (releaseId: string) => (await (await client()).releases.get({releaseId}))?.state
const titleOf = async (id: string) => (await (await client()).getDocument(id))?.title

describe('a scheduled release', () => {
  it('is published at its time, and not before', async () => {
    await openRelease('rOne', 'one')
    const {releases} = await client()
    await releases.schedule({releaseId: 'rOne', publishAt: inHours(2)})
    expect(await releases.get({releaseId: 'rOne'})).toMatchObject({state: 'scheduled', publishAt: inHours(2)})
    advance(2 * hour - 1)
    expect([await state('rOne'), await titleOf('one')]).toEqual(['scheduled', undefined])
    advance(1)
    await expect.poll(() => state('rOne')).toBe('published')
    expect(await titleOf('one')).toBe('rOne')
  })

  it('is published at the next start, when the lake was not running at its time', async () => {
    await openRelease('rLate', 'late')
    await (await client()).releases.schedule({releaseId: 'rLate', publishAt: inHours(1)})
    await stop()
    advance(2 * hour)
    await expect.poll(() => state('rLate')).toBe('published')
    expect(await titleOf('late')).toBe('rLate')
  })

  it('can be set to another time and unscheduled; its documents can’t be changed meanwhile', async () => {
    await openRelease('rMoved', 'moved')
    const {releases} = await client()
    await releases.schedule({releaseId: 'rMoved', publishAt: inHours(1)})
    await releases.edit({releaseId: 'rMoved', patch: {set: {'metadata.intendedPublishAt': inHours(3)}}})
    await releases.schedule({releaseId: 'rMoved', publishAt: inHours(3)})
    await expect(createVersion('rMoved', 'another')).rejects.toMatchObject({statusCode: 409})
    await expect(releases.publish({releaseId: 'rMoved'})).rejects.toMatchObject({statusCode: 409})
    advance(2 * hour)
    expect(await state('rMoved')).toBe('scheduled')
    await releases.unschedule({releaseId: 'rMoved'})
    advance(2 * hour)
    expect([await state('rMoved'), await titleOf('moved')]).toEqual(['active', undefined])
    await expect(releases.unschedule({releaseId: 'rMoved'})).rejects.toMatchObject({statusCode: 409})
  })

  it('becomes active again with the reason when it can’t be published, and others are published', async () => {
    await openRelease('rBroken', 'broken')
    await openRelease('rGood', 'good')
    const sanity = await client()
    const {releases} = sanity
    await sanity.create({_id: 'used', _type: 'page'})
    await sanity.create({_id: 'user', _type: 'page', parent: {_ref: 'used'}})
    await sanity.unpublishVersion({releaseId: 'rBroken', publishedId: 'used'})
    await releases.schedule({releaseId: 'rBroken', publishAt: inHours(1)})
    await releases.schedule({releaseId: 'rGood', publishAt: inHours(1)})
    advance(hour)
    await expect.poll(() => state('rGood')).toBe('published')
    expect(await releases.get({releaseId: 'rBroken'})).toMatchObject({
      state: 'active',
      error: {message: expect.stringContaining('used')},
    })
    expect(await titleOf('broken')).toBeUndefined()
  })

  it('without a time is refused', async () => {
    await openRelease('rNever', 'never')
    const {releases} = await client()
    await expect(releases.schedule({releaseId: 'rNever', publishAt: 'soon'})).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('publishAt'),
    })
  })
})
