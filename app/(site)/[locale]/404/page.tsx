import type {Metadata} from 'next'
import {NotFoundPage} from '#components/not-found.tsx'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {localeOf} from '../route-params.ts'

type Props = PageProps<'/[locale]/404'>

export async function generateMetadata({params}: Props): Promise<Metadata> {
  return {title: messagesIn(await localeOf(params)).notFound.title, robots: {index: false}}
}

/**
 * The 404 of a language as a page of its own. Next answers `notFound()` with an empty document that only scripts
 * fill, and visitors' pages carry no script: the cache handler puts this page's HTML in its place.
 */
export default async function StaticNotFound({params}: Props) {
  return <NotFoundPage locale={await localeOf(params)} />
}
