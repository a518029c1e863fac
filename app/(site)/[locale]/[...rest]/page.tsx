import {notFound} from 'next/navigation'

/** Cached like any page, so that the cache handler can give the answer its words: see ../404/page.tsx. */
export const generateStaticParams = () => []

/** Addresses deeper than any page: caught here so that the 404 is the site's own, in the right language. */
export default function UnknownPage() {
  notFound()
}
