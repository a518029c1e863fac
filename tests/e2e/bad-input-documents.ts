/**
 * Malformed or unusual content from editors, imports or old schemas: one network for each case. All made up.
 */
const base = (id: string, rest: object) => ({
  _id: `network-bad-${id}`,
  _type: 'network',
  level: 'european',
  relationKind: 'network',
  bodyType: 'alliance',
  orderRank: 'zzz',
  name: {cs: `Zkouška ${id}`, en: `Trial ${id}`},
  slug: {cs: {current: `zkouska-${id}`}, en: {current: `trial-${id}`}},
  ...rest,
})

const paragraph = (text: string, key: string, marks: object = {}) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
  ...marks,
})

const goneLogo = `image-${'0'.repeat(40)}-96x96-png`

const longName =
  'Mezinárodní konfederace nejneobhospodařovávatelnějších dobrovolnických sdružení, spolků, nadačních fondů a obecně prospěšných společností na podporu přistěhovalectví, začleňování a sousedství v Evropě a kolem'

const threeThousandWords = Array.from({length: 30}, (_, index) =>
  paragraph(`${index + 1}. ${'A sentence of ten words that says nothing at all. '.repeat(10)}`, `p${index}`),
)

export const badDocuments = [
  base('logo', {logo: {_type: 'image', asset: {_type: 'reference', _weak: true, _ref: goneLogo}}}),
  base('upload', {logo: {_type: 'image'}}),
  base('translation', {
    name: {cs: 'Jen česky'},
    summary: {cs: 'Souhrn, který nikdo nepřeložil.'},
    body: {cs: [paragraph('Text, který nikdo nepřeložil.', 'a')]},
  }),
  base('date', {
    events: [
      {_key: 'a', _type: 'historyEvent', kind: 'founded', text: {en: 'Founded, nobody knows when'}},
      {_key: 'b', _type: 'historyEvent', kind: 'renamed', date: 'once upon a time'},
    ],
    counts: [{_key: 'c', _type: 'countObservation', value: 7, unit: 'organisations'}],
  }),
  base('long-name', {name: {cs: longName, en: longName}}),
  base('right-to-left', {
    name: {cs: 'شبكة الهجرة والاندماج', en: 'شبكة الهجرة والاندماج'},
    names: [{_key: 'a', _type: 'nameRecord', text: 'רשת ההגירה', lang: 'he', kind: 'translation'}],
  }),
  base('long-text', {body: {cs: threeThousandWords, en: threeThousandWords}}),
  base('enum', {
    bodyType: 'cabal',
    events: [{_key: 'a', _type: 'historyEvent', kind: 'teleported', date: '2001'}],
    counts: [{_key: 'b', _type: 'countObservation', value: 3, unit: 'parsecs', asOf: '2002'}],
  }),
  base('link', {
    website: 'javascript:alert(1)',
    otherLinks: [
      {_key: 'a', title: {en: 'A link that runs'}, url: 'javascript:alert(2)'},
      {_key: 'b', title: {en: 'A link that is data'}, url: 'data:text/html,<script>alert(3)</script>'},
    ],
    body: {
      en: [
        {
          ...paragraph('Click here', 'a'),
          markDefs: [{_key: 'm', _type: 'link', href: ' JaVaScRiPt:alert(4)'}],
          children: [{_type: 'span', _key: 's', text: 'Click here', marks: ['m']}],
        },
      ],
    },
  }),
  base('html', {
    name: {cs: '<img src=x onerror=alert(5)>', en: '<img src=x onerror=alert(5)>'},
    summary: {en: '</p></main><script>alert(6)</script>'},
    body: {en: [paragraph('<b>not bold</b> </script><script>alert(7)</script>', 'a')]},
  }),
]

export const longestName = longName
