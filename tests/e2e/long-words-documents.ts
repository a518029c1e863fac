/**
 * Long values without a space in every text field that a page shows: a URL, and a compound word. All made up.
 */
const word = 'Nejneobhospodařovávatelnějšídobrovolnickánadacepropřistěhovaleckou'.padEnd(73, 'á')
const address = `https://example.org/${'a-very-long-path-without-a-space/'.repeat(3)}`.slice(0, 99)

const both = (text: string) => ({cs: text, en: text})
const reference = (id: string) => ({_type: 'reference', _ref: id})
const keyed = <Item extends object>(items: Item[]) =>
  items.map((item, index) => ({_key: `k${index}`, ...item}))

const span = (text: string, key: string, marks: string[] = []) => ({_type: 'span', _key: key, text, marks})
const body = keyed([
  {
    _type: 'block',
    style: 'normal',
    markDefs: [{_key: 'link', _type: 'link', href: address}],
    children: [
      span(`${address} `, 'a'),
      span('v', 'b', ['strong']),
      span(` Ostravě ${word} `, 'c'),
      span(address, 'd', ['link']),
    ],
  },
  {_type: 'block', style: 'h3', markDefs: [], children: [span(word, 'a')]},
  {_type: 'block', style: 'normal', listItem: 'bullet', level: 1, markDefs: [], children: [span(word, 'a')]},
])

const source = {
  _id: 'source-long',
  _type: 'source',
  title: address,
  publisher: word,
  url: address,
  archivedUrl: address,
}

const organization = {
  _id: 'organization-long',
  _type: 'organization',
  name: both(word),
  parent: reference('organization-long-parent'),
}

const person = {
  _id: 'person-long',
  _type: 'person',
  name: word,
  positions: keyed([{title: both(word), organization: reference(organization._id)}]),
}

const from = reference(source._id)

const network = (id: string, level: string, relationKind: string) => ({
  _id: `network-long-${id}`,
  _type: 'network',
  level,
  relationKind,
  bodyType: 'gov-advisory-committee',
  orderRank: '0',
  name: both(id === 'czech' ? word : `${id} ${address}`),
  slug: {cs: {current: `dlouha-${id}`}, en: {current: `long-${id}`}},
  summary: both(`${address} ${word}`),
  body: {cs: body, en: body},
  website: address,
  otherLinks: keyed([{title: both(word), url: address}]),
  names: keyed([
    {text: address, kind: 'former', note: both(word), source: from},
    {text: word, kind: 'acronym', lang: 'de'},
  ]),
  counts: keyed([{value: 1_000_000, unit: 'organisations', asOf: '2012', note: both(address), source: from}]),
  composition: keyed([both(word), both(address)]),
  topics: keyed([{text: both(address), period: '2015', source: from}]),
  events: keyed([
    {kind: 'founded', date: '2001', text: both(address), source: from, status: 'disputed'},
    {kind: 'founded', date: '2003', text: both(word), source: from, status: 'disputed'},
    {kind: 'other', date: '2010-08-31', text: both(word), source: from},
    {kind: 'other', date: '2024~', text: both(address)},
  ]),
  identifiers: keyed([{scheme: address, value: word}]),
  sourceText: {text: word, lang: 'en', source: from, asOf: '2016'},
  corrections: keyed([{field: 'body', lang: 'en', from: address, to: word, reason: both(address)}]),
  parent: reference(organization._id),
  host: reference('organization-long-parent'),
})

const networks = [
  network('czech', 'czech', 'network'),
  network('european', 'european', 'network'),
  network('partner', 'international', 'partner'),
]

const memberships = networks.flatMap(({_id}) =>
  [person._id, 'organization-simi', organization._id].map((member, index) => ({
    _id: `membership-${_id}-${index}`,
    _type: 'membership',
    network: reference(_id),
    member: reference(member),
    ...(index === 0 && {onBehalfOf: reference('organization-simi')}),
    role: 'chair',
    roleStated: true,
    roleLabel: both(index === 1 ? address : word),
    since: '2015',
    until: '2020',
    untilKnown: true,
    status: 'former',
    asOf: '2016',
    representatives: keyed([{person: reference(person._id), position: both(word), public: true}]),
    contribution: both(address),
    reportsTo: reference(organization._id),
    documents: keyed([{title: address, url: address, lang: 'cs', date: '2016'}]),
    sources: keyed([from]),
  })),
)

/** In an order in which referenced documents come first. */
export const longDocuments: ({_id: string; _type: string} & Record<string, unknown>)[] = [
  source,
  {_id: 'organization-long-parent', _type: 'organization', name: both(`Úřad ${address}`)},
  organization,
  person,
  ...networks,
  ...memberships,
]

/** Fields of SIMI, which the home page shows. */
export const longHome = {
  name: both(word),
  summary: both(address),
  website: address,
  names: keyed([{text: address, kind: 'former', note: both(word), source: from}]),
  events: keyed([{kind: 'founded', date: '1992', text: both(address), source: from, status: 'disputed'}]),
  identifiers: keyed([{scheme: word, value: address}]),
}

export const longestWord = word
