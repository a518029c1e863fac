import type {Metadata} from 'next'
import {NotFoundPage} from '#components/not-found.tsx'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {localeOf} from '../route-params.ts'
import {loadSiteTexts} from '../site-texts.ts'

type Props = PageProps<'/[locale]/404'>

export async function generateMetadata({params}: Props): Promise<Metadata> {
  return {title: messagesIn(await localeOf(params)).notFound.title, robots: {index: false}}
}

/**
 * The 404 page of a locale, prerendered. Next answers `notFound()` with an empty document that scripts would
 * fill, but visitors' pages have no script. So the site server sends this page (lib/server/http/error-pages.ts).
 */
export default async function StaticNotFound({params}: Props) {
  const locale = await localeOf(params)
  return <NotFoundPage locale={locale} texts={await loadSiteTexts(locale)} />
}
