import {expect, test, vi} from 'vitest'
import {firstFields, sections, siteTexts, siteTextsId} from '#lib/content/site-texts.ts'
import {firstSiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {SITE_TEXTS_QUERY} from '#sanity/queries/site-texts.ts'
import {runGroq} from '../../sanity/seed/seed.ts'

const read = (document?: object) =>
  runGroq(SITE_TEXTS_QUERY, {id: siteTextsId}, [{_id: siteTextsId, _type: 'siteTexts', ...document}])

// After a change of the first texts, `npx vitest run <this file> --update` writes the seed again.
test('the seed has the first texts of the site', async () => {
  const document = {_id: siteTextsId, _type: 'siteTexts', ...firstFields()}
  await expect(`${JSON.stringify(document)}\n`).toMatchFileSnapshot(
    '../../../../sanity/seed/site-texts.ndjson',
  )
})

test('every text that an editor writes reaches the pages of its language', async () => {
  const marked = JSON.parse(
    JSON.stringify(firstFields(), (key, value) =>
      typeof value === 'string' && key !== '_type' ? `${key}! ${value}` : value,
    ),
  )
  for (const locale of ['cs', 'en'] as const) {
    const texts = siteTexts(await read(marked), locale)
    expect(Object.keys(texts)).toEqual(sections)
    for (const [section, fields] of Object.entries(firstSiteTexts[locale])) {
      for (const [field, text] of Object.entries(fields)) {
        const shown = (texts as Record<string, Record<string, string>>)[section]?.[field]
        expect(shown?.replaceAll('\u00a0', ' '), `${section}.${field}`).toBe(`${locale}! ${text}`)
      }
    }
  }
})

test('a missing, blank or malformed text has its first value, and the others stay', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const row = await read({landing: {title: {cs: '  ', en: 7}, lead: {cs: 'Nový úvod.'}}, data: null})
  const {landing, data} = siteTexts(row, 'cs')
  expect(landing).toEqual({title: 'Naše členství', lead: 'Nový úvod.'})
  expect(data.title).toBe('Data ke stažení')
  expect(siteTexts(row, 'en').landing.title).toBe('Our membership')
  expect(logged).toHaveBeenCalledWith(expect.stringContaining(siteTextsId))
  expect(siteTexts(null, 'en').landing.title).toBe('Our membership')
})

test('no Czech one-letter word ends a line of these texts', () => {
  expect(JSON.stringify(siteTexts(null, 'cs')).match(/(^|[\s"(„])[ksvzouaiKSVZOUAI] /g)).toBeNull()
})
