import {expect, test} from 'vitest'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const source = (fields: object): SeedDocument => ({
  _id: 'drafts.source-new',
  _type: 'source',
  title: 'Consortium',
  lang: 'en',
  ...fields,
})

const warnings = async (fields: object) =>
  (await problemsOf(source(fields))).filter((problem) => problem.includes(' url: '))

test.each(['https://migracnikonsorcium.cz/en/', 'http://www.migracnikonsorcium.cz/en'])(
  'a source with the address %s is told which source has it, and can be published',
  async (url) => {
    expect(await warnings({url})).toEqual([expect.stringMatching(/^warning url: .*„Home page in English“/)])
  },
)

test('a source may have an address of its own, and its own draft is not another source', async () => {
  expect(await warnings({url: 'https://migracnikonsorcium.cz/en/another'})).toEqual([])
  const published = seed.find(({_id}) => _id === 'source-consortium-home-en') as SeedDocument
  expect(await problemsOf({...published, _id: `drafts.${published._id}`})).toEqual([])
})

test('an address that is none has one message', async () => {
  expect(await warnings({url: 'nowhere'})).toHaveLength(1)
})
