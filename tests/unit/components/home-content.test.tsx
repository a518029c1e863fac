import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {HomeContent} from '#components/home-content.tsx'
import {homeView} from '#lib/content/home-view.ts'
import {landingView} from '#lib/content/landing-view.ts'
import {siteTexts} from '#lib/content/site-texts.ts'
import {landingPage} from '../sanity/queries/lists.ts'

const named = [
  ['en', 'Consortium of Migrants Assisting NNOs in the Czech Republic', 'founding member'],
  ['cs', 'Výbor pro práva cizinců', 'předsedkyně'],
] as const

test.each(named)('the home page (%s) names every network with SIMI’s role', async (locale, name, role) => {
  const {rows, all} = await landingPage(locale)
  const entries = landingView(rows, all, locale)
  const view = homeView(null, locale)
  const html = renderToStaticMarkup(
    <HomeContent
      view={view}
      entries={entries}
      locale={locale}
      texts={siteTexts(null, locale)}
      edit={() => undefined}
    />,
  ).replaceAll('\u00a0', ' ')
  const items = html.split('<h3>').slice(1)
  expect(items).toHaveLength(all.length)
  expect(items.find((item) => item.includes(`>${name}</a>`))).toContain(`<strong>${role}</strong>`)
})
