import {movedOrNotFound} from '../route-params.ts'

/** Cached like any page, so that the cache handler can give the answer its words: see ../404/page.tsx. */
export const generateStaticParams = () => []

/** Addresses deeper than any page: of the old site, or caught here so that the 404 is in the right language. */
export default async function UnknownPage({params}: PageProps<'/[locale]/[...rest]'>) {
  return movedOrNotFound(params)
}
