import {type Locale, locales} from '#lib/i18n/locales.ts'
import {accessibilityText} from '#lib/i18n/messages/accessibility-page.ts'
import {dataPageText} from '#lib/i18n/messages/data-page.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {tables} from '#lib/open-data/tables.ts'
import schema from '../../sanity/schema.json' with {type: 'json'}
import {pathsIn} from '../sites/sitemap.ts'
import {lake} from './lake.ts'
import {studioPreview} from './preview-cookie.ts'
import {raw} from './raw-request.ts'
import {expect, test} from './test.ts'

/** Parts of pages whose texts open no field, each with the reason. */
const withoutTarget = {
  'aside, script, style': 'the banner of the preview; data',
  '.filters, .filters + p': 'a filter selects rows, and their number is computed',
  '.contents': 'a link to a section of the page; its words are those of the interface',
  '.language, .site-name': 'the same on every page, in the code',
  '.site-footer a[href^="https:"]': 'the address of SIMI’s website is in the code',
  'a > .visually-hidden': 'repeats the heading for screen readers',
  '.page-record': 'dates, title and address of the page, computed from what is above',
  'time[datetime]:not(dd time, li time, td time)': 'the day of the last change is computed',
  code: 'names of columns',
}

const words = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(words)

/** The texts of the interface: they are in the code, so no field could be opened. */
const interfaceWords = (locale: Locale) =>
  words([
    messagesIn(locale),
    accessibilityText(locale),
    dataPageText(locale),
    tables.map(({title}) => title[locale]),
  ])

type Found = {untargeted: string[]; targets: string[]}

test('in a preview, every text that an editor wrote opens its field', async ({page, request}) => {
  const {cookie} = await studioPreview()
  const paths = pathsIn(await (await request.get('/sitemap.xml')).text())
  expect(paths.length).toBeGreaterThan(30)
  paths.push('/cs/nase-clenstvi/prehled/ceske-site', '/en/our-membership/overview/foreign-partners')
  const documents: {_id: string; _type: string}[] = await lake.fetch('*[]{_id, _type}')
  const typeOf = new Map(documents.map(({_id, _type}) => [_id, _type]))
  const fieldsOf = new Map(
    schema.flatMap((type) =>
      'attributes' in type && type.attributes ? [[type.name, Object.keys(type.attributes)]] : [],
    ),
  ) as Map<string, string[]>
  const kinds = new Set<string>()
  for (const path of paths) {
    const locale = locales.find((each) => path.startsWith(`/${each}`)) ?? 'cs'
    const {body} = await raw(path, {headers: {cookie}})
    const {untargeted, targets}: Found = await page.evaluate(
      ({html, allowed, excluded}) => {
        const known = new Set(allowed.map((text) => text.replace(/\s+/g, ' ').toLowerCase()))
        const {body} = new DOMParser().parseFromString(html, 'text/html')
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
        const untargeted: string[] = []
        while (walker.nextNode()) {
          const {parentElement: parent, textContent} = walker.currentNode
          const text = (textContent ?? '').replace(/\s+/g, ' ').trim()
          if (!/\p{L}/u.test(text) || !parent || parent.closest(`[data-sanity], ${excluded}`)) continue
          const bare = text.replace(/^[\s(,–:]+|[\s),–:.]+$/gu, '')
          if (![text, bare, `${bare}:`].some((each) => known.has(each.toLowerCase()))) untargeted.push(text)
        }
        const marked = [...body.querySelectorAll('[data-sanity]')]
        return {untargeted, targets: marked.map((element) => element.getAttribute('data-sanity') ?? '')}
      },
      {html: body, allowed: interfaceWords(locale), excluded: Object.keys(withoutTarget).join(', ')},
    )
    expect.soft(untargeted, path).toEqual([])
    for (const target of targets) {
      const {
        id = '',
        type = '',
        path: field = '',
      } = Object.fromEntries(target.split(';').map((part) => part.split('=').map(decodeURIComponent)))
      kinds.add(type)
      expect.soft(typeOf.get(id), `${path}: ${target}`).toBe(type)
      expect.soft(fieldsOf.get(type), `${path}: ${target}`).toContain(/^\w+/.exec(field)?.[0])
    }
  }
  expect([...kinds].sort()).toEqual([
    'membership',
    'network',
    'organization',
    'person',
    'siteTexts',
    'source',
  ])
})
