import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {OpenDataContent} from '#components/open-data-content.tsx'
import {locales} from '#lib/i18n/locales.ts'
import {dataFiles} from '#lib/routing/paths.ts'
import {htmlProblems} from '../../audit/html.ts'

test.each(locales)(
  'the page about the data (%s) lists every file, its columns and the date of change',
  async (locale) => {
    const html = renderToStaticMarkup(<OpenDataContent locale={locale} changed="2026-05-01T00:00:00Z" />)
    for (const href of Object.values(dataFiles)) expect(html).toContain(`href="${href}"`)
    expect(html).toContain('since_edtf')
    expect(html).toContain('<time dateTime="2026-05-01">')
    expect(
      await htmlProblems({
        path: '/',
        status: 200,
        html: `<!DOCTYPE html><html lang="cs"><head><title>A</title></head><body>${html}</body></html>`,
      }),
    ).toEqual([])
  },
)
