import {execFile} from 'node:child_process'
import {resolve} from 'node:path'
import {promisify} from 'node:util'
import {expect, it} from 'vitest'
import {lakeForTests, token} from '#sanity/lake/tests/lake-for-tests.ts'

const lake = lakeForTests()

/** Runs a migration with Sanity's own command line. */
const migrate = (name: string) => {
  const args = ['migrations', 'run', `../sanity/migrations/${name}`, '--no-dry-run', '--no-confirm']
  return promisify(execFile)(process.execPath, [resolve('sanity/lake/src/sanity-command.ts'), ...args], {
    env: {...process.env, LAKE_PORT: new URL(lake.url).port, LAKE_TOKEN: token},
  })
}

it('legacy paths are normalised, in drafts too, and a second run changes nothing', async () => {
  const network = (_id: string, legacyPaths?: string[]) => ({
    _id,
    _type: 'network',
    name: {cs: 'Vymyšlená síť'},
    ...(legacyPaths && {legacyPaths}),
  })
  const valid = await lake.client.create(network('valid', ['/cs/a']))
  const without = await lake.client.create(network('without'))
  await lake.client.create(network('variants', ['/cs/b/', '/cs/b', '/cs//%C4%8Dlen']))
  await lake.client.create(network('drafts.variants', ['/cs/b/', '/']))

  await migrate('normalise-legacy-paths')
  expect((await lake.client.getDocument('variants'))?.legacyPaths).toEqual(['/cs/b', '/cs/člen'])
  expect((await lake.client.getDocument('drafts.variants'))?.legacyPaths).toEqual(['/cs/b', '/'])
  expect(await lake.client.getDocument('valid')).toEqual(valid)
  expect(await lake.client.getDocument('without')).toEqual(without)

  const migrated = await lake.client.getDocument('variants')
  await migrate('normalise-legacy-paths')
  expect(await lake.client.getDocument('variants')).toEqual(migrated)
}, 60_000)

it('`untilKnown` is removed, and every status and date is kept', async () => {
  type Membership = {_id: string; _type: 'membership'} & Record<string, unknown>
  const membership = (_id: string, rest: object): Membership => ({
    _id,
    _type: 'membership',
    since: '2010',
    ...rest,
  })
  const before = [
    membership('goes-on', {status: 'active', untilKnown: true}),
    membership('default', {status: 'active', untilKnown: false}),
    membership('ended', {status: 'former', until: '2014', untilKnown: true}),
    membership('ended-undated', {status: 'former', untilKnown: true}),
    membership('unknown', {status: 'unknown', untilKnown: false}),
    membership('contradiction', {status: 'active', until: '2014', untilKnown: true}),
    membership('drafts.no-status', {untilKnown: true}),
    membership('drafts.half-written', {untilKnown: 'yes', until: 2014}),
    membership('versions.r1.ended', {status: 'former', until: '2015', untilKnown: true}),
  ]
  for (const document of before) await lake.client.create(document)
  const done = await lake.client.create(membership('done', {status: 'former'}))

  await migrate('one-question-about-the-end')
  const after = async (id: string) => {
    const {status, since, until, untilKnown} = (await lake.client.getDocument(id)) as Membership
    return {status, since, until, untilKnown}
  }
  for (const {_id, since, status, until} of before)
    expect(await after(_id)).toEqual({
      status: status ?? (_id === 'drafts.no-status' ? 'active' : 'unknown'),
      since,
      until,
      untilKnown: undefined,
    })
  expect(await lake.client.getDocument('done')).toEqual(done)

  const migrated = await lake.client.fetch('*[_type == "membership"] | order(_id)')
  await migrate('one-question-about-the-end')
  expect(await lake.client.fetch('*[_type == "membership"] | order(_id)')).toEqual(migrated)
}, 60_000)

it('seeded sources get the languages of their titles and publishers, and other sources stay unchanged', async () => {
  const id = 'source-migrace-about'
  const about = {_type: 'source', title: 'About us', publisher: 'Sdružení pro integraci a migraci'}
  await lake.client.create({_id: id, ...about})
  await lake.client.create({_id: `drafts.${id}`, ...about, title: 'O nás'})
  const stated = await lake.client.create({
    _id: 'source-icp-networking',
    _type: 'source',
    title: 'Síťování',
    lang: 'sk',
  })
  const other = await lake.client.create({_id: 'source-other', _type: 'source', title: 'About us'})

  await migrate('source-languages')
  expect(await lake.client.getDocument(id)).toMatchObject({lang: 'en', publisherLang: 'cs'})
  const draft = await lake.client.getDocument(`drafts.${id}`)
  expect(draft).toMatchObject({title: 'O nás', publisherLang: 'cs'})
  expect(draft).not.toHaveProperty('lang')
  expect(await lake.client.getDocument(stated._id)).toEqual(stated)
  expect(await lake.client.getDocument(other._id)).toEqual(other)

  const migrated = await lake.client.getDocument(id)
  await migrate('source-languages')
  expect(await lake.client.getDocument(id)).toEqual(migrated)
}, 60_000)

it('existing logos are recorded as decorative, and documents without a logo stay unchanged', async () => {
  const asset = {_type: 'reference', _ref: `image-${'a'.repeat(40)}-24x24-png`, _weak: true}
  const network = (_id: string, logo?: object) => ({_id, _type: 'network', ...(logo && {logo})})
  await lake.client.create(network('with-logo', {_type: 'image', asset}))
  await lake.client.create({...network('drafts.body', {_type: 'image', asset}), _type: 'organization'})
  const decided = await lake.client.create(
    network('decided', {_type: 'image', asset, purpose: 'informative'}),
  )
  const interrupted = await lake.client.create(network('interrupted', {_type: 'image'}))

  await migrate('logos-are-decorative')
  expect((await lake.client.getDocument('with-logo'))?.logo).toMatchObject({asset, purpose: 'decorative'})
  expect((await lake.client.getDocument('drafts.body'))?.logo).toMatchObject({purpose: 'decorative'})
  expect(await lake.client.getDocument('decided')).toEqual(decided)
  expect(await lake.client.getDocument('interrupted')).toEqual(interrupted)

  const migrated = await lake.client.getDocument('with-logo')
  await migrate('logos-are-decorative')
  expect(await lake.client.getDocument('with-logo')).toEqual(migrated)
}, 60_000)

it('the texts of the site get a document with the first texts, and an edited one stays unchanged', async () => {
  await migrate('site-texts')
  const created = await lake.client.getDocument('site-texts')
  expect(created).toMatchObject({_type: 'siteTexts', landing: {title: {cs: 'Naše členství'}}})

  const edited = await lake.client.patch('site-texts').set({'landing.title.cs': 'Členství'}).commit()
  await migrate('site-texts')
  expect(await lake.client.getDocument('site-texts')).toEqual(edited)
}, 60_000)
