import {describe, expect, test} from 'vitest'
import {type SeedDocument, seed} from '../seed/seed.ts'
import {problemsOf} from './validate.ts'

const find = (id: string) => {
  const document = seed.find(({_id}) => _id === id)
  if (!document) throw new Error(`The seed has no ${id}`)
  return document
}
const network = find('network-consortium')
const membership = find('membership-magda-faltova-committee')
const source = find('source-seed-czech-networks')
const now = new Date()
const monthsAgo = (months: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15)).toISOString().slice(0, 10)
const paragraph = (lang: string, text: string) => ({
  _type: 'localeBlock',
  [lang]: [
    {
      _type: 'block',
      _key: 'p',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 's', text, marks: []}],
    },
  ],
})
const withLink = (href: string) => ({
  _type: 'localeBlock',
  cs: [
    {
      _type: 'block',
      _key: 'p',
      style: 'normal',
      markDefs: [{_type: 'link', _key: 'a', href}],
      children: [{_type: 'span', _key: 's', text: 'zde', marks: ['a']}],
    },
  ],
})

/** The problems at one path of a document with changed fields. `undefined` removes a field. */
const problemsAt = async (
  document: SeedDocument,
  changes: Record<string, unknown>,
  path: string,
  others = seed,
) =>
  (await problemsOf({...document, ...changes}, others)).filter((problem) =>
    problem.replace(/^\w+ /, '').startsWith(path),
  )

describe('a partial date', () => {
  test.each([
    '2000',
    '2000-09',
    '2000-09-30',
    '2010-22',
    '2016?',
    '2012~',
    '2015/',
    '2015/..',
    '2016/2017',
    '[2016,2017]',
  ])('may be %s', async (asOf) => {
    expect(await problemsAt(source, {asOf}, 'asOf')).toEqual([])
  })

  test.each(['léto 2010', '2010-13', '2001-02-29', '30. 9. 2000', '2015-', '20XX', 'c. 2012'])(
    'may not be %s, and the message shows how to write it',
    async (asOf) => {
      expect(await problemsAt(source, {asOf}, 'asOf')).toEqual([
        expect.stringMatching(/^error asOf: .*září 2000/),
      ])
    },
  )

  test('is checked in events and counts too, whose date fields have extra rules', async () => {
    const {events, counts} = network as unknown as Record<'events' | 'counts', Record<string, unknown>[]>
    const broken = {
      events: [{...events[0], date: 'září'}],
      counts: [{...counts[0], asOf: 'loni'}],
    }
    expect(await problemsAt(network, broken, 'events')).toHaveLength(1)
    expect(await problemsAt(network, broken, 'counts')).toEqual([expect.stringMatching(/^error counts/)])
  })
})

describe('a count', () => {
  const count = {...(network.counts as object[])[0], _key: 'one'}

  test('without a date gives a warning, not an error', async () => {
    expect(await problemsAt(network, {counts: [count]}, 'counts')).toEqual([
      expect.stringMatching(/^warning counts\.one\.asOf: .*bez data/),
    ])
    expect(await problemsAt(network, {counts: [{...count, asOf: '2016'}]}, 'counts')).toEqual([])
  })

  test.each([-1, 1.5])('may not be %d', async (value) => {
    expect(await problemsAt(network, {counts: [{...count, value}]}, 'counts.one.value')).toHaveLength(1)
  })
})

describe('a membership', () => {
  test('may not end before it begins', async () => {
    const until = async (since: string, until: string) =>
      problemsAt(membership, {since, until, status: 'former'}, 'until')
    expect(await until('2015', '2014')).toEqual([expect.stringMatching(/^error until: .*dřív/)])
    expect(await until('2015-06', '2015-05-31')).toHaveLength(1)
    expect(await until('2015', '2015')).toEqual([])
    expect(await until('2015-06', '2015')).toEqual([])
  })

  test('may not have a representative whose period ends before it begins', async () => {
    const person = {_type: 'reference', _ref: 'person-magda-faltova'}
    const representative = (from: string, to: string) => ({
      representatives: [{_type: 'representative', _key: 'one', person, public: true, from, to}],
    })
    expect(
      await problemsAt(membership, representative('2015', '2014'), 'representatives.one.to'),
    ).toHaveLength(1)
    expect(
      await problemsAt(membership, representative('2015', 'loni'), 'representatives.one.to'),
    ).toHaveLength(1)
    expect(await problemsAt(membership, representative('2015', '2016'), 'representatives')).toEqual([])
  })

  test('may not have an interval in `since`', async () => {
    expect(await problemsAt(membership, {since: '2015/'}, 'since')).toEqual([
      expect.stringMatching(/^error since: .*jen jeden okamžik/),
    ])
  })

  test('has an error at `status` when status and dates contradict each other, which says what to do', async () => {
    const status = async (changes: object) =>
      (await problemsAt(membership, {since: '2010', lastChecked: monthsAgo(1), ...changes}, 'status')).join()
    const year = new Date().getUTCFullYear()
    expect(await status({status: 'active', until: '2014'})).toMatch(
      /^error status: .*2014.*zvolte „skončilo“/,
    )
    expect(await status({status: 'unknown', until: '2014'})).toMatch(/^error status: .*2014.*vymažte/)
    expect(await status({status: 'former', until: `${year + 2}`})).toMatch(/^error status: .*zvolte „trvá“/)
    expect(await status({status: 'active', until: `${year + 2}`})).toBe('')
    expect(await status({status: 'former', until: '2019'})).toBe('')
    expect(await status({status: 'former', until: undefined})).toBe('')
  })

  test('that is active gives a warning unless it was checked within two years', async () => {
    const status = (lastChecked?: string) => problemsAt(membership, {status: 'active', lastChecked}, 'status')
    expect(await status()).toEqual([expect.stringMatching(/^warning status: .*dva roky/)])
    expect(await status(monthsAgo(25))).toHaveLength(1)
    expect(await status(monthsAgo(23))).toEqual([])
    expect(await problemsAt(membership, {status: 'former', lastChecked: undefined}, 'status')).toEqual([])
  })

  test('needs a role, unless no source states one', async () => {
    expect(await problemsAt(membership, {role: undefined}, 'role')).toHaveLength(1)
    expect(await problemsAt(membership, {role: undefined, roleStated: false}, 'role')).toEqual([])
  })

  test('may not overlap another one of the same member, network and role', async () => {
    const second = (changes: object) =>
      problemsAt({...membership, _id: 'membership-second', ...changes}, {}, '', [
        ...seed.filter(({_id}) => _id !== membership._id),
        {...membership, since: '2015', until: '2019', status: 'former'},
      ])
    expect(await second({since: '2018'})).toEqual([expect.stringMatching(/^error : .*už /)])
    expect(await second({since: undefined})).toHaveLength(1)
    expect(await second({since: '2020'})).toEqual([])
    expect(await second({since: '2019'})).toEqual([])
    expect(await second({since: '2012', until: '2015', status: 'former'})).toEqual([])
    expect(await second({since: '2018', role: 'member'})).toEqual([])
    const member = {_type: 'reference', _ref: 'organization-simi'}
    expect(await second({since: '2018', member, onBehalfOf: undefined})).toEqual([])
  })

  test('does not overlap with its own draft or version', async () => {
    for (const _id of [membership._id, `drafts.${membership._id}`, `versions.r1.${membership._id}`]) {
      const others = [...seed, {...membership, _id: `drafts.${membership._id}`}]
      expect(await problemsAt({...membership, _id}, {}, '', others)).toEqual([])
    }
  })
})

describe('the slug of a network', () => {
  const slug = (cs?: string, en?: string) => ({
    slug: {
      _type: 'localeSlug',
      ...(cs && {cs: {_type: 'slug', current: cs}}),
      ...(en && {en: {_type: 'slug', current: en}}),
    },
  })

  test('is unique across both languages', async () => {
    expect(await problemsAt(network, slug('picum', 'consortium'), 'slug')).toHaveLength(1)
    expect(await problemsAt(network, slug('committee-for-the-rights-of-foreigners'), 'slug')).toHaveLength(1)
    expect(await problemsAt(network, slug('consortium', 'consortium'), 'slug')).toEqual([])
  })

  test('may not be that of another network’s draft, but may be that of its own draft', async () => {
    const draft = {...network, ...slug('nova-sit'), _id: 'drafts.network-new'}
    expect(await problemsAt(network, slug('nova-sit'), 'slug', [...seed, draft])).toHaveLength(1)
    const ownDraft = {...draft, _id: `drafts.${network._id}`}
    expect(await problemsAt(network, slug('nova-sit'), 'slug', [...seed, ownDraft])).toEqual([])
  })

  test('stays reserved as a former slug, and is the former slug of one network only', async () => {
    const renamed = {...network, slug: {...(network.slug as object), former: ['stare-jmeno']}}
    const others = [...seed.filter(({_id}) => _id !== network._id), renamed]
    const picum = find('network-picum')
    expect(await problemsAt(picum, slug('stare-jmeno'), 'slug', others)).toHaveLength(1)
    const former = (...slugs: string[]) => ({slug: {...(picum.slug as object), former: slugs}})
    expect(await problemsAt(picum, former('stare-jmeno'), 'slug.former', others)).toHaveLength(1)
    expect(await problemsAt(picum, former('konsorcium'), 'slug.former', others)).toEqual([
      expect.stringMatching(/^error slug\.former: .*používá síť/),
    ])
    expect(await problemsAt(picum, former('picum-driv'), 'slug', others)).toEqual([])
    expect(await problemsAt(renamed, {}, 'slug', others)).toEqual([])
  })

  test.each(['Konsorcium', 'výbor', 'a b', 'a--b', '-a', 'a/b'])('may not be "%s"', async (current) => {
    expect(await problemsAt(network, slug(current), 'slug.cs')).toEqual([
      expect.stringMatching(/^error slug\.cs/),
    ])
  })

  test('needs a name in the same language', async () => {
    const name = {_type: 'localeString', cs: 'Konsorcium'}
    expect(await problemsAt(network, {name}, 'slug')).toEqual([expect.stringMatching(/chybí anglický název/)])
    expect(await problemsAt(network, {name, ...slug('konsorcium')}, 'slug')).toEqual([])
  })

  test('may be missing, with a warning that the network is not on the site', async () => {
    expect(await problemsAt(network, {slug: undefined}, 'slug')).toEqual([
      expect.stringMatching(/^warning slug/),
    ])
  })
})

describe('a legacy path', () => {
  const legacy = (...legacyPaths: string[]) => ({legacyPaths})

  test.each(['/cs/organizace/nase-clenstvi', '/en/organization/history/czech-network', '/cs/členství', '/'])(
    'may be %s',
    async (path) => {
      expect(await problemsAt(network, legacy(path), 'legacyPaths')).toEqual([])
    },
  )

  test.each([
    'cs/stranka',
    '/cs/stranka/',
    '/cs//stranka',
    '/cs/stranka?popup=close',
    'https://www.migrace.com/cs',
  ])('may not be %s', async (path) => {
    expect(await problemsAt(network, legacy(path), 'legacyPaths')).toEqual([
      expect.stringMatching(/bez domény/),
    ])
  })

  test('belongs to one network, and may not be the path of a page of this site', async () => {
    const picum = {...find('network-picum'), legacyPaths: ['/cs/stranka']}
    const others = [...seed.filter(({_id}) => _id !== picum._id), picum]
    expect(await problemsAt(network, legacy('/cs/stranka'), 'legacyPaths', others)).toEqual([
      expect.stringMatching(/^error .*k síti „PICUM“/),
    ])
    expect(await problemsAt(picum, {}, 'legacyPaths', others)).toEqual([])
    for (const live of ['/cs', '/cs/nase-clenstvi/ceske-site', '/cs/nase-clenstvi/ceske-site/konsorcium']) {
      expect(await problemsAt(network, legacy(live), 'legacyPaths')).toEqual([
        expect.stringMatching(/na webu je/),
      ])
    }
  })
})

describe('the text of a network', () => {
  test.each([
    ['en', 'The Consortium currently has eleven members.'],
    ['en', 'Last year, the key issues were others.'],
    ['en', 'The forthcoming amendment'],
    ['cs', 'V\u00a0současnosti má Konsorcium jedenáct členů.'],
    ['cs', 'Letos i loni, jako v loňském roce'],
    ['cs', 'Nyní je členem.'],
  ])('in %s gives a warning for "%s"', async (lang, text) => {
    expect(await problemsAt(network, {body: paragraph(lang, text)}, `body.${lang}`)).toEqual([
      expect.stringMatching(/^warning body/),
    ])
  })

  test.each([
    ['en', 'In the year before, the recurrently raised issues'],
    ['cs', 'V roce 2016 zvolna klonili hlavy, jakoby nynínko.'],
  ])('in %s may say "%s"', async (lang, text) => {
    expect(await problemsAt(network, {body: paragraph(lang, text)}, 'body')).toEqual([])
  })

  test.each([
    'https://migrace.com',
    'http://www.konsorcium-nno.cz',
    'mailto:a@example.org',
    'tel:+420224224379',
  ])('may link to %s', async (href) => {
    expect(await problemsAt(network, {body: withLink(href)}, 'body')).toEqual([])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/cs/kontakt'])(
    'may not link to %s',
    async (href) => {
      expect(await problemsAt(network, {body: withLink(href)}, 'body')).toHaveLength(1)
    },
  )
})

describe('a text of the site', () => {
  const texts = find('site-texts')
  const title = (value: object) => ({
    landing: {...(texts.landing as object), title: {_type: 'localeString', ...value}},
  })

  test('is needed in both languages, because a menu can’t have an empty word', async () => {
    expect(await problemsAt(texts, title({cs: 'Členství', en: ' '}), 'landing')).toEqual([
      expect.stringMatching(/^error landing\.title\.en: Napište text anglicky/),
    ])
    expect(await problemsAt(texts, {landing: undefined}, 'landing')).not.toEqual([])
  })

  test('may not be longer than its place on the page, and the message says how long it is', async () => {
    expect(await problemsAt(texts, title({cs: 'a'.repeat(31), en: 'b'.repeat(30)}), 'landing')).toEqual([
      expect.stringMatching(/^error landing\.title\.cs: .*30 znaků.*31/),
    ])
  })
})
