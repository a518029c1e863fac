import {expect, test} from 'vitest'
import {idOfVersion, missingPage} from '#lib/content/missing-page.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {SHOWN_NETWORK_QUERY, VERSIONS_WITH_SLUG_QUERY} from '#sanity/queries/missing-page.ts'

const lake = lakeForTests()

const network = (_id: string, slug: {cs?: string; en?: string}) => ({
  _id,
  _type: 'network',
  name: {cs: 'Síť', en: 'Network'},
  level: 'czech',
  slug: Object.fromEntries(Object.entries(slug).map(([locale, current]) => [locale, {current}])),
})

/** Why a preview in this perspective has no page with the slug. */
async function reasonFor(slug: string, perspective: 'drafts' | 'published', locale: 'cs' | 'en' = 'cs') {
  const versionIds = await lake.client
    .withConfig({perspective: 'raw'})
    .fetch(VERSIONS_WITH_SLUG_QUERY, {slug})
  const id = idOfVersion(versionIds[0] ?? '')
  const shown = await lake.client.withConfig({perspective}).fetch(SHOWN_NETWORK_QUERY, {id})
  return missingPage(versionIds, shown, locale)
}

test('an editor learns why a preview has no page: never written, not published, not translated, or moved', async () => {
  const documents = [
    network('drafts.new', {cs: 'nova'}),
    network('versions.r1.planned', {cs: 'planovana'}),
    network('both', {cs: 'stara', en: 'old'}),
    network('drafts.both', {cs: 'presunuta'}),
  ]
  for (const document of documents) await lake.client.create(document)
  expect(await reasonFor('neni', 'drafts')).toEqual({reason: 'unknown'})
  expect(await reasonFor('nova', 'published')).toEqual({reason: 'unpublished', id: 'new'})
  expect(await reasonFor('planovana', 'drafts')).toEqual({
    reason: 'unpublished',
    id: 'planned',
    release: 'r1',
  })
  expect(await reasonFor('stara', 'drafts')).toEqual({
    reason: 'moved',
    id: 'both',
    name: {text: 'Síť'},
    href: '/cs/nase-clenstvi/ceske-site/presunuta',
  })
  expect(await reasonFor('old', 'drafts', 'en')).toEqual({
    reason: 'untranslated',
    id: 'both',
    name: {text: 'Network'},
  })
})
