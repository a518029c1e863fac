import {locales} from '../../i18n/locales.ts'

const page = new RegExp(`^/(?:${locales.join('|')})(?:/[^./]+)*/?$`)
const picture = new RegExp(`^/(?:${locales.join('|')})/og(?:/|$)`)

/**
 * Whether a path is a page that a preview may show as a draft, with scripts. Everything else (feeds, files,
 * pictures, uploads, API routes) is the same for editors and visitors. In doubt, the answer is no.
 */
export const isPreviewPage = (pathname: string) => page.test(pathname) && !picture.test(pathname)
