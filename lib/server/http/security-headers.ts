/**
 * The headers every answer carries (docs/decisions/025), in the shape `headers()` of next.config.js wants: static
 * rules, so that they cost no proxy and hold for cached pages too. Which policy applies follows from the address alone:
 * nothing a browser sends loosens one. The one exception is proxy.ts, which gives the wider policy to a page of a preview
 * after it has checked the session (docs/decisions/036).
 */
type Rule = {
  source: string
  headers: {key: string; value: string}[]
}

type Site = {
  siteUrl: string
  mode: 'embedded' | 'hosted'
  /** `next dev` runs its own scripts on every page and builds them with eval: there only the plain headers apply. */
  development: boolean
}

const TWO_YEARS_IN_SECONDS = 63_072_000

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

/**
 * Where content is read from. The embedded lake's port may differ between build and start, hence any port of this
 * very machine.
 */
const contentHosts = {
  embedded: {images: 'http://127.0.0.1:*', api: 'http://127.0.0.1:* ws://127.0.0.1:*', studio: ''},
  hosted: {
    images: 'https://cdn.sanity.io',
    api: 'https://*.api.sanity.io wss://*.api.sanity.io https://*.apicdn.sanity.io',
    // The Studio's own services beside the API: versions and news, avatars, where it may be embedded.
    studio: 'https://*.sanity.io https://*.sanity-cdn.com https://lh3.googleusercontent.com',
  },
}

const nobodyElses = {
  'base-uri': "'none'",
  'object-src': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
}

/**
 * Documents: nothing runs but the list of pages a browser may fetch ahead, and nothing is styled from within. Nothing there
 * connects either; but Lighthouse reads robots.txt from within the page, and counts it as missing where it may not.
 */
const visitors = () =>
  policy({
    'default-src': "'none'",
    'script-src': "'inline-speculation-rules'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self'",
    'manifest-src': "'self'",
    'connect-src': "'self'",
    ...nobodyElses,
  })

/** React, the overlays and the editor's own API calls. Next writes its data into inline scripts. */
const application = ({mode}: Site, more = '') =>
  policy({
    'default-src': "'self'",
    'script-src': `'self' 'unsafe-inline' ${more}`.trim(),
    'style-src': "'self' 'unsafe-inline'",
    'font-src': `'self' data: ${more}`.trim(),
    'img-src': `'self' data: blob: ${contentHosts[mode].images} ${more}`.trim(),
    'media-src': `'self' blob: ${contentHosts[mode].images}`,
    'connect-src': `'self' ${contentHosts[mode].api} ${contentHosts[mode].images} ${more}`.trim(),
    'worker-src': "'self' blob:",
    'frame-src': "'self'",
    ...nobodyElses,
  })

/** What an editor uploaded, opened by itself: it runs nothing, loads nothing, and has no part in this origin. */
const uploads = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** For a page of a preview whose session was checked; undefined where the plain headers apply to every page. */
export const previewPolicy = (site: Site): string | undefined =>
  site.development ? undefined : application(site)

export function securityHeaders(site: Site): Rule[] {
  const always = [
    {key: 'X-Content-Type-Options', value: 'nosniff'},
    {key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin'},
    {key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'},
  ]
  if (site.siteUrl.startsWith('https:')) {
    always.push({
      key: 'Strict-Transport-Security',
      value: `max-age=${TWO_YEARS_IN_SECONDS}; includeSubDomains`,
    })
  }
  const csp = (value: string) => [{key: 'Content-Security-Policy', value}]
  // Unnamed: with the name of a parameter, Next would look for it in every value at every request.
  const everything = '/(.*)'
  // Of two rules that set the same header, Next takes the later one, and no route can set it once a rule has.
  const images = {source: '/images/site/media/(.*)', headers: csp(uploads)}
  if (site.development)
    return [{source: everything, headers: [...always, ...csp(policy(nobodyElses))]}, images]
  return [
    {source: everything, headers: [...always, ...csp(visitors())]},
    images,
    {source: '/studio(|/.*)', headers: csp(application(site, contentHosts[site.mode].studio))},
  ]
}
