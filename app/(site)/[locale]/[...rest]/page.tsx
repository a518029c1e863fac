import {notFound} from 'next/navigation'

/** Addresses deeper than any page: caught here so that the 404 is the site's own, in the right language. */
export default function UnknownPage() {
  notFound()
}
