// @vitest-environment jsdom
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {PageRecordSection} from '#components/page-record.tsx'
import {Sources} from '#components/sources-and-corrections.tsx'
import {networkRecord} from '#lib/content/page-record.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {sourceViews} from '#lib/content/source-view.ts'
import {htmlProblems} from '../../audit/html.ts'

const now = new Date('2026-11-27T12:00:00Z')

const html = (title: {text: string; lang?: string}, locale: 'cs' | 'en') =>
  renderToStaticMarkup(
    <PageRecordSection
      publisher={siteTexts(null, locale).site.organization}
      record={networkRecord(
        {_id: 'a', changes: ['2026-03-04T05:06:07Z']},
        {title, url: 'https://site.test/cs/a', locale},
        now,
      )}
      locale={locale}
    />,
  )

const text = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

test('one line cites the page: publisher, title, version, address', () => {
  expect(text(html({text: 'PICUM'}, 'cs'))).toContain(
    'Sdružení pro integraci a migraci (SIMI): PICUM. Verze ze dne 4. března 2026. https://site.test/cs/a',
  )
  expect(text(html({text: 'PICUM'}, 'en'))).toContain(
    'Association for Integration and Migration (SIMI): PICUM. Version of 4 March 2026. https://site.test/cs/a',
  )
})

test('the record is valid HTML, and a title in another language keeps its language', async () => {
  const markup = html({text: 'Síť', lang: 'cs'}, 'en')
  expect(markup).toContain('<span lang="cs">Síť</span>')
  const page = `<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><h1>A</h1>${markup}</body></html>`
  expect(await htmlProblems({path: '/', status: 200, html: page})).toEqual([])
})

test('a copy on a sharing site says so, and stands after the sources of the publishers', () => {
  const source = (id: string, url: string) => ({_id: id, title: id, url, publisher: 'Poradna'})
  const sources = sourceViews(
    'network-a',
    {
      names: [
        {_key: '1', text: 'A', source: source('report', 'http://www.docplayer.cz/1-report.html')},
        {_key: '2', text: 'B', source: source('page', 'https://www.migrace.com/cs/a')},
      ],
    },
    'cs',
    now,
  )
  expect(sources.map(({id}) => id)).toEqual(['page', 'report'])
  expect(
    text(renderToStaticMarkup(<Sources edit={() => undefined} sources={sources} locale="cs" />)),
  ).toMatch(/page – Poradna report – Poradna, kopie na docplayer\.cz/)
})
