import {locales} from '../../i18n/locales.ts'

const page = new RegExp(`^/(?:${locales.join('|')})(?:/[^./]+)*/?$`)
const picture = new RegExp(`^/(?:${locales.join('|')})/og(?:/|$)`)

/**
 * Whether an address is a page that a preview may show as a draft, with the scripts it needs. Everything else (feeds, files,
 * pictures, uploads, API routes) is the same for everybody. What is not surely a page is none.
 */
export const isPreviewPage = (pathname: string) => page.test(pathname) && !picture.test(pathname)
