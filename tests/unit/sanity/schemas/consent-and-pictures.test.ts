import {describe, expect, test} from 'vitest'
import {linkedDocumentOf} from '#sanity/schemas/validation/linked-message.ts'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const find = (id: string) => seed.find(({_id}) => _id === id) as SeedDocument
const membership = find('membership-magda-faltova-committee')
const network = find('network-picum')
const person = (nameConsent?: object): SeedDocument => ({
  _id: 'person-made-up',
  _type: 'person',
  name: 'Vymyšlená Osoba',
  ...(nameConsent && {nameConsent}),
})
const consent = {basis: 'consent', given: '2026-01-15', way: 'email'}

const errorsAt = async (document: object, path: string, others: SeedDocument[] = []) =>
  (await problemsOf(document as SeedDocument, [...seed, ...others])).filter((problem) =>
    problem.startsWith(`error ${path}`),
  )

describe('the name of a person is published only with a record of consent:', () => {
  const reference = {_type: 'reference', _ref: 'person-made-up'}
  const represented = (isPublic: boolean) => ({
    ...membership,
    representatives: [{_type: 'representative', _key: 'a', person: reference, public: isPublic}],
  })
  const path = 'representatives.a.public'

  test('without one, the error leads to the person', async () => {
    const [problem = ''] = await errorsAt(represented(true), path, [person()])
    expect(problem).toMatch(/Vymyšlená Osoba: není zapsán souhlas.*zapište, kdy a jak/)
    expect(linkedDocumentOf(problem.replace(/^error [\w.]+: /, ''))).toMatchObject({id: 'person-made-up'})
  })

  test('a refusal says so, for a representative and for a member', async () => {
    const refused = person({basis: 'refused'})
    expect(await errorsAt(represented(true), path, [refused])).toEqual([
      expect.stringMatching(/nesouhlasí s uvedením jména/),
    ])
    expect(await errorsAt({...membership, member: reference}, 'member', [refused])).toEqual([
      expect.stringMatching(/nesouhlasí s uvedením jména/),
    ])
  })

  test('a record, or a name that stays private, is accepted', async () => {
    expect(await errorsAt(represented(true), path, [person(consent)])).toEqual([])
    expect(await errorsAt(represented(true), path, [person({basis: 'public-source'})])).toEqual([])
    expect(await errorsAt(represented(false), path, [person()])).toEqual([])
    expect(await errorsAt(membership, 'member')).toEqual([])
  })

  test('a consent has a date and a way; a withdrawn one keeps them', async () => {
    expect(await errorsAt(person({basis: 'consent'}), 'nameConsent')).toEqual([
      expect.stringMatching(/nameConsent\.given/),
      expect.stringMatching(/nameConsent\.way/),
    ])
    expect(await errorsAt(person(consent), 'nameConsent')).toEqual([])
    expect(await errorsAt(person({...consent, basis: 'refused'}), 'nameConsent')).toEqual([])
  })
})

describe('for a logo, an editor decides whether it needs a description:', () => {
  const asset = {_type: 'reference', _ref: `image-${'a'.repeat(40)}-24x24-png`}
  const withLogo = (logo: object) => ({...network, logo: {_type: 'image', asset, ...logo}})

  test('it is required once there is a picture', async () => {
    expect(await errorsAt(withLogo({}), 'logo.purpose')).toHaveLength(1)
    expect(await errorsAt(withLogo({purpose: 'decorative'}), 'logo.p')).toEqual([])
    expect(await errorsAt({...network, logo: {_type: 'image'}}, 'logo.p')).toEqual([])
  })

  test('a logo that says more than the name needs text', async () => {
    expect(await errorsAt(withLogo({purpose: 'informative'}), 'logo.alt')).toHaveLength(1)
    const alt = {_type: 'localeString', cs: 'Dvacet let'}
    expect(await errorsAt(withLogo({purpose: 'informative', alt}), 'logo.alt')).toEqual([])
  })
})

test('a summary that is too long for lists gives a warning in its language', async () => {
  const summary = {_type: 'localeText', cs: 'a'.repeat(201), en: 'b'.repeat(200)}
  const problems = await problemsOf({...network, summary} as SeedDocument)
  expect(problems.filter((problem) => /summary/.test(problem))).toEqual([
    expect.stringMatching(/^warning summary\.cs: Text má 201 znaků/),
  ])
})
