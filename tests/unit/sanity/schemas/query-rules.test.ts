import {readdirSync, readFileSync} from 'node:fs'
import type {SanityClient} from 'sanity'
import {expect, test} from 'vitest'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const unanswered = 'Teď to nejde ověřit: obsah není dostupný. Ověří se to při další úpravě.'

/** A client whose content is out of reach, as each of its requests finds out. */
const outOfReach = {
  withConfig: () => outOfReach,
  fetch: async () => {
    throw new TypeError('Failed to fetch')
  },
} as unknown as SanityClient

const problemsDuringAnOutage = (document: SeedDocument) => problemsOf(document, seed, 'studio', outOfReach)

const network = (fields: object): SeedDocument => ({
  _id: 'network-made-up',
  _type: 'network',
  name: {cs: 'Síť', en: 'Network'},
  ...fields,
})

test.each([
  ['an address', network({slug: {cs: {_type: 'slug', current: 'sit'}}}), 'slug.cs'],
  ['a former address', network({slug: {former: ['stara-sit']}}), 'slug.former'],
  ['an address on the old site', network({legacyPaths: ['/cs/organizace/sit']}), 'legacyPaths'],
])('%s that can’t be checked is a warning', async (_, document, path) => {
  expect(await problemsDuringAnOutage(document)).toContain(`warning ${path}: ${unanswered}`)
})

test('a membership whose overlap can’t be checked has a warning', async () => {
  const membership = seed.find(({_type}) => _type === 'membership') as SeedDocument
  expect(await problemsDuringAnOutage(membership)).toContain(`warning : ${unanswered}`)
})

test('no document of the seed has an error because the content can’t be reached', async () => {
  for (const document of seed) {
    const problems = await problemsDuringAnOutage(document)
    expect(
      problems.filter((problem) => problem.startsWith('error')),
      document._id,
    ).toEqual([])
  }
})

test('rules come to a client in one place only', () => {
  const folder = new URL('../../../../sanity/schemas/', import.meta.url)
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const asking = files.filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('getClient'))
  expect(asking).toEqual(['validation/query-rules.ts'])
})

test('the content is asked once for the error and the warning together', async () => {
  let asked = 0
  const counting = {
    withConfig: () => counting,
    fetch: async () => {
      asked++
      return []
    },
  } as unknown as SanityClient
  await problemsOf(network({legacyPaths: ['/cs/organizace/sit']}), seed, 'studio', counting)
  expect(asked).toBe(1)
})
