import {negotiateLocale} from '#lib/locales.ts'
import {homePath} from '#lib/routes.ts'

/** The only place where the visitor's browser chooses the language; every other address names its own. */
export function GET(request: Request) {
  const locale = negotiateLocale(request.headers.get('accept-language'))
  return new Response(null, {
    status: 307,
    headers: {Location: homePath(locale), Vary: 'Accept-Language', 'Cache-Control': 'no-cache'},
  })
}
