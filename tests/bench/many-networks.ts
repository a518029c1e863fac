import type {SanityClient} from '@sanity/client'

const groups = [
  {level: 'czech', relationKind: 'network'},
  {level: 'european', relationKind: 'network'},
  {level: 'international', relationKind: 'partner'},
] as const
const bodyTypes = ['umbrella', 'alliance', 'regional-platform', 'other'] as const

const both = (text: string) => ({cs: text, en: text})
const slug = (current: string) => ({_type: 'slug', current})
const to = (_ref: string) => ({_type: 'reference', _ref})

const paragraph = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
})

/** A made-up network of a seeded one's size, with a membership. Every tenth is part of the one before. */
function documents(number: number) {
  const id = `network-made-${number}`
  const text = `Network ${number} brings together people who exist in a benchmark only. `.repeat(8)
  const body = [paragraph('a', text), paragraph('b', text)]
  const source = to('source-seed-czech-networks')
  return [
    {
      _id: id,
      _type: 'network',
      ...groups[number % groups.length],
      bodyType: bodyTypes[number % bodyTypes.length],
      orderRank: `1|${String(number).padStart(8, '0')}:`,
      name: both(`Made-up network ${number}`),
      slug: {_type: 'localeSlug', cs: slug(`vymyslena-${number}`), en: slug(`made-up-${number}`)},
      summary: both(`The network of number ${number}.`),
      body: both(body as unknown as string),
      ...(number % 10 === 0 && number > 0 && {parent: to(`network-made-${number - 1}`)}),
      events: [1999, 2005, 2012].map((year) => ({
        _type: 'historyEvent',
        _key: `e${year}`,
        kind: 'meeting',
        date: String(year),
        text: both(`Something happened in ${year}`),
        status: 'per-source',
        source,
      })),
      counts: [
        {_type: 'countObservation', _key: 'c', value: number, unit: 'organisations', asOf: '2020', source},
      ],
    },
    {
      _id: `membership-made-${number}`,
      _type: 'membership',
      network: to(id),
      member: to('organization-simi'),
      role: 'member',
      roleStated: true,
      since: '2010',
      status: number % 5 === 0 ? 'former' : 'unknown',
      sources: [{_key: 's', ...source}],
    },
  ]
}

/** Writes `count` networks in addition to the seed. */
export async function writeNetworks(client: SanityClient, count: number) {
  for (let first = 0; first < count; first += 250) {
    const transaction = client.transaction()
    for (let number = first; number < Math.min(count, first + 250); number++)
      for (const document of documents(number))
        transaction.createOrReplace(document as {_id: string; _type: string})
    await transaction.commit({visibility: 'async'})
  }
}
