import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {notFound} from 'next/navigation'
import {ImageResponse} from 'next/og'
import {OgPicture} from '#components/og-picture.tsx'
import {accessibilityText} from '#lib/accessibility-text.ts'
import {type Locale, locales} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {textOfPage} from '#lib/open-data/data-page-text.ts'
import {groups, ogImageSize, views} from '#lib/routes.ts'
import {networkView} from '#lib/views/network-view.ts'
import {publishedFetch} from '#sanity/fetch.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {localeOf} from '../../route-params.ts'

export const dynamic = 'force-static'

/** Pictures of networks are drawn when they are first asked for: a build would draw hundreds that nobody shares. */
export const generateStaticParams = () =>
  locales.flatMap((locale) =>
    ['home', 'landing', 'data', 'accessibility', ...groups, ...views].map((page) => ({locale, page: [page]})),
  )

type Picture = {title: string; detail?: string | undefined}

function pictureOfPage(page: string, locale: Locale): Picture | undefined {
  const {home, navigation, siteTitle, views: viewTexts} = messagesIn(locale)
  if (page === 'home') return {title: home.title, detail: siteTitle}
  if (page === 'landing') return {title: navigation.landing, detail: home.title}
  if (page === 'data') return {title: textOfPage(locale).title, detail: navigation.landing}
  if (page === 'accessibility') return {title: accessibilityText(locale).title, detail: siteTitle}
  const view = views.find((each) => each === page)
  if (view) return {title: viewTexts[view].title, detail: navigation.landing}
  const group = groups.find((each) => each === page)
  return group && {title: navigation.groups[group], detail: navigation.landing}
}

/** The network's name, its group, and what SIMI or its people are in it. */
async function pictureOfNetwork(slug: string, locale: Locale): Promise<Picture | undefined> {
  const row = await publishedFetch({query: NETWORK_PAGE_QUERY, params: {slug}, tags: networkPageTags(slug)})
  if (!row) return undefined
  const {name, group, memberships} = networkView(row, locale)
  const {navigation, membership} = messagesIn(locale)
  const roles = memberships.flatMap(({facts}) =>
    facts
      .filter(({label}) => label === membership.role)
      .flatMap(({values}) => values.map(({text}) => text?.text)),
  )
  return {title: name.text, detail: [navigation.groups[group], roles[0]].filter(Boolean).join(' · ')}
}

/** Czech letters are in the second file of each weight; Satori takes for each letter the first font that has it. */
const fonts = (['latin', 'latin-ext'] as const).flatMap((subset) =>
  ([400, 800] as const).map(async (weight) => ({
    name: `Schibsted Grotesk ${subset}`,
    weight,
    data: await readFile(
      join(
        process.cwd(),
        `node_modules/@fontsource/schibsted-grotesk/files/schibsted-grotesk-${subset}-${weight}-normal.woff`,
      ),
    ),
  })),
)

export async function GET(_request: Request, {params}: RouteContext<'/[locale]/og/[...page]'>) {
  const locale = await localeOf(params)
  const [page = '', slug, ...rest] = (await params).page
  if (rest.length > 0) notFound()
  const picture =
    page === 'network' && slug
      ? await pictureOfNetwork(decodeURIComponent(slug), locale)
      : slug === undefined && pictureOfPage(page, locale)
  if (!picture) notFound()
  return new ImageResponse(<OgPicture site={messagesIn(locale).siteName} {...picture} />, {
    ...ogImageSize,
    fonts: await Promise.all(fonts),
    // Next's default says "immutable, for a year": then a corrected name would never be seen.
    headers: {'Cache-Control': 'public, max-age=0, must-revalidate'},
  })
}
