import {readdirSync, readFileSync} from 'node:fs'
import type {SanityClient} from 'sanity'
import {expect, test} from 'vitest'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const notChecked = 'Teď to nejde ověřit: obsah není dostupný. Ověří se to při další úpravě.'

/** A client whose requests all fail. */
const unreachable = {
  withConfig: () => unreachable,
  fetch: async () => {
    throw new TypeError('Failed to fetch')
  },
} as unknown as SanityClient

const problemsDuringAnOutage = (document: SeedDocument) => problemsOf(document, seed, 'studio', unreachable)

const network = (fields: object): SeedDocument => ({
  _id: 'network-made-up',
  _type: 'network',
  name: {cs: 'Síť', en: 'Network'},
  ...fields,
})

test.each([
  ['a slug', network({slug: {cs: {_type: 'slug', current: 'sit'}}}), 'slug.cs'],
  ['a former slug', network({slug: {former: ['stara-sit']}}), 'slug.former'],
  ['a legacy path', network({legacyPaths: ['/cs/organizace/sit']}), 'legacyPaths'],
])('%s that can’t be checked is a warning', async (_, document, path) => {
  expect(await problemsDuringAnOutage(document)).toContain(`warning ${path}: ${notChecked}`)
})

test('a membership whose overlap can’t be checked has a warning', async () => {
  const membership = seed.find(({_type}) => _type === 'membership') as SeedDocument
  expect(await problemsDuringAnOutage(membership)).toContain(`warning : ${notChecked}`)
})

test('no document of the seed has an error while the Content Lake does not answer', async () => {
  for (const document of seed) {
    const problems = await problemsDuringAnOutage(document)
    expect(
      problems.filter((problem) => problem.startsWith('error')),
      document._id,
    ).toEqual([])
  }
})

test('only query-rules.ts uses a client in the schemas', () => {
  const folder = new URL('../../../../sanity/schemas/', import.meta.url)
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const withClient = files.filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('getClient'))
  expect(withClient).toEqual(['validation/query-rules.ts'])
})

test('the error rule and the warning rule share one query', async () => {
  let queries = 0
  const counting = {
    withConfig: () => counting,
    fetch: async () => {
      queries++
      return []
    },
  } as unknown as SanityClient
  await problemsOf(network({legacyPaths: ['/cs/organizace/sit']}), seed, 'studio', counting)
  expect(queries).toBe(1)
})
