import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {OpenDataContent} from '#components/open-data-content.tsx'
import {locales} from '#lib/i18n/locales.ts'
import {tableFiles} from '#lib/open-data/tables.ts'
import {dataFiles} from '#lib/routing/paths.ts'
import {htmlProblems} from '../../audit/html.ts'

test.each(locales)('the page about the data (%s) links every file and names its columns', async (locale) => {
  const html = renderToStaticMarkup(<OpenDataContent locale={locale} />)
  for (const href of [...Object.values(dataFiles), ...tableFiles.map((file) => `/data/${file}`)])
    expect(html).toContain(`href="${href}"`)
  expect(html).toContain('since_edtf')
  expect(
    await htmlProblems({
      path: '/',
      status: 200,
      html: `<!DOCTYPE html><html lang="cs"><head><title>A</title></head><body>${html}</body></html>`,
    }),
  ).toEqual([])
})
