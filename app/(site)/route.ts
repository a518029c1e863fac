import {negotiateLocale} from '#lib/i18n/locales.ts'
import {homePath} from '#lib/routing/paths.ts'

/** The only path that depends on `Accept-Language`. Every other path contains its locale. */
export function GET(request: Request) {
  const locale = negotiateLocale(request.headers.get('accept-language'))
  return new Response(null, {
    status: 307,
    headers: {Location: homePath(locale), Vary: 'Accept-Language', 'Cache-Control': 'no-cache'},
  })
}
