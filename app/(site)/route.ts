import {negotiateLocale} from '#lib/i18n/locales.ts'
import {homePath} from '#lib/routing/paths.ts'

/** The only place where the visitor's browser chooses the language; every other address names its own. */
export function GET(request: Request) {
  const locale = negotiateLocale(request.headers.get('accept-language'))
  return new Response(null, {
    status: 307,
    headers: {Location: homePath(locale), Vary: 'Accept-Language', 'Cache-Control': 'no-cache'},
  })
}
