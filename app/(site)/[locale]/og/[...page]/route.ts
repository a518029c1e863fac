import {networkLink} from '#lib/content/network-link.ts'
import {type Locale, locales} from '#lib/i18n/locales.ts'
import {accessibilityText} from '#lib/i18n/messages/accessibility-page.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {groups, views} from '#lib/routing/paths.ts'
import {drawPicture, type Picture} from '#lib/server/preview-picture/draw.ts'
import {balancedLines} from '#lib/typography/balanced-lines.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {NETWORK_PAGE_QUERY, networkPageTags} from '#sanity/queries/network-page.ts'
import {publishedFetch} from '#sanity/server/fetch.ts'
import {localeOf} from '../../route-params.ts'
import {publishedSiteTexts} from '../../site-texts.ts'

export const dynamic = 'force-static'

/** Pictures of networks are drawn on their first request: a build would draw hundreds for nothing. */
export const generateStaticParams = () =>
  locales.flatMap((locale) =>
    ['home', 'landing', 'data', 'accessibility', ...groups, ...views].map((page) => ({locale, page: [page]})),
  )

/** The title's box in lib/server/preview-picture/draw.ts, in em of the letters that fit so many lines. */
const roomForTitle = (lines: number) => 1056 / Math.min(80, 290 / (lines * LINE_HEIGHT)) / BOLD
const LINE_HEIGHT = 1.25
/** Bold letters are wider than the widths that the balance is computed with. */
const BOLD = 1.1

type PictureText = Pick<Picture, 'title' | 'detail'>

function pictureOfPage(page: string, locale: Locale, texts: SiteTexts): PictureText | undefined {
  const {site, landing} = texts
  if (page === 'home') return {title: texts.home.title, detail: site.organization}
  if (page === 'landing') return {title: landing.title, detail: site.organization}
  if (page === 'accessibility') return {title: accessibilityText(locale).title, detail: site.title}
  const list = (['data', ...groups, ...views] as const).find((each) => each === page)
  return list && {title: texts[list].title, detail: landing.title}
}

/**
 * The network's name and its group. No role: there is no room for its member, period and status, and a shared
 * picture is cached elsewhere for longer than these are true.
 */
async function pictureOfNetwork(
  slug: string,
  locale: Locale,
  texts: SiteTexts,
): Promise<PictureText | undefined> {
  const row = await publishedFetch({query: NETWORK_PAGE_QUERY, params: {slug}, tags: networkPageTags(slug)})
  if (!row) return undefined
  const {name, group} = networkLink(row, locale)
  return {title: name.text, detail: texts[group].title}
}

/** Not Next's `notFound()`: its answer has no tags, so it would stay after the network is published. */
const notFound = () => new Response(null, {status: 404})

export async function GET(_request: Request, {params}: RouteContext<'/[locale]/og/[...page]'>) {
  const locale = await localeOf(params)
  const [page = '', slug, ...rest] = (await params).page
  if (rest.length > 0) return notFound()
  const texts = await publishedSiteTexts(locale)
  const picture =
    page === 'network' && slug
      ? await pictureOfNetwork(decodeURIComponent(slug), locale, texts)
      : slug === undefined && pictureOfPage(page, locale, texts)
  if (!picture) return notFound()
  const title = balancedLines(typeset(picture.title), roomForTitle)
  const png = await drawPicture({site: messagesIn(locale).siteName, ...picture, title})
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      // A corrected name must be in the picture when the link is shared next.
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  })
}
