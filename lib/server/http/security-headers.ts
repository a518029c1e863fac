/**
 * The security headers of every response (docs/decisions/025), for `headers()` in next.config.js. Static
 * rules need no proxy and apply to cached pages too. The path alone selects the policy: nothing that a
 * browser sends loosens it. Two exceptions: ./response-rules.ts narrows it to `visitorPolicy`, and proxy.ts gives preview pages the wider policy after it has checked the session
 * (docs/decisions/036).
 */
type Rule = {
  source: string
  headers: {key: string; value: string}[]
}

type Site = {
  siteUrl: string
  mode: 'embedded' | 'hosted'
  /** `next dev` runs its own scripts and uses eval, so only the basic directives apply there. */
  isDevelopment: boolean
}

const TWO_YEARS_IN_SECONDS = 63_072_000

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

/**
 * Hosts of content. The embedded lake's port may differ between build and start, so any port of this machine
 * is allowed.
 */
const contentHosts = {
  embedded: {
    images: 'http://127.0.0.1:*',
    api: 'http://127.0.0.1:* ws://127.0.0.1:*',
    studio: '',
    frames: '',
    dashboard: '',
  },
  hosted: {
    images: 'https://cdn.sanity.io',
    api: 'https://*.api.sanity.io wss://*.api.sanity.io https://*.apicdn.sanity.io',
    // Other services of the Studio: versions and news, avatars.
    studio: 'https://*.sanity.io https://*.sanity-cdn.com https://lh3.googleusercontent.com',
    // The Studio shows the Media Library in a frame, and Sanity's Dashboard shows the Studio in one.
    frames: 'https://media.sanity.io',
    dashboard: 'https://www.sanity.io',
  },
}

const baseDirectives = {
  'base-uri': "'none'",
  'object-src': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
}

const pagePolicy = (scripts: string, styles: string) =>
  policy({
    'default-src': "'none'",
    'script-src': scripts,
    'style-src': styles,
    'font-src': "'self'",
    'img-src': "'self'",
    'manifest-src': "'self'",
    'connect-src': "'self'",
    ...baseDirectives,
  })

/**
 * For the documents that the site server sends: no script but speculation rules, no inline style.
 * `connect-src` is for Lighthouse alone: it fetches robots.txt from within the page, and reports it as
 * missing when blocked.
 */
export const visitorPolicy = pagePolicy("'inline-speculation-rules'", "'self'")

/** For pages as Next sends them: on Vercel, or with `next start`. Next's scripts fill its error documents. */
export const nextPolicy = pagePolicy("'self' 'unsafe-inline'", "'self' 'unsafe-inline'")

type Hosts = {studio: string; frames: string; dashboard: string}

/** For previews and the Studio: React, overlays, API calls. Next writes its data into inline scripts. */
const applicationPolicy = (
  {mode}: Site,
  {studio: moreHosts, frames, dashboard}: Hosts = {studio: '', frames: '', dashboard: ''},
) =>
  policy({
    'default-src': "'self'",
    'script-src': `'self' 'unsafe-inline' ${moreHosts}`.trim(),
    'style-src': "'self' 'unsafe-inline'",
    'font-src': `'self' data: ${moreHosts}`.trim(),
    'img-src': `'self' data: blob: ${contentHosts[mode].images} ${moreHosts}`.trim(),
    'media-src': `'self' blob: ${contentHosts[mode].images}`,
    'connect-src': `'self' blob: ${contentHosts[mode].api} ${contentHosts[mode].images} ${moreHosts}`.trim(),
    'worker-src': "'self' blob:",
    'frame-src': `'self' ${frames}`.trim(),
    ...baseDirectives,
    'frame-ancestors': `'self' ${dashboard}`.trim(),
  })

/** For an uploaded file opened as a document: no script, no requests, an opaque origin. */
const uploadPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/**
 * For a preview page after its session was checked. Undefined in development, where all pages have the same
 * headers.
 */
export const previewPolicy = (site: Site): string | undefined =>
  site.isDevelopment ? undefined : applicationPolicy(site)

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
  // Not a named parameter: Next would search every header value for its name at every request.
  const everything = '/(.*)'
  // When two rules set the same header, the later one wins. A route can't override a header that a rule sets.
  const images = {source: '/images/site/media/(.*)', headers: csp(uploadPolicy)}
  if (site.isDevelopment)
    return [{source: everything, headers: [...always, ...csp(policy(baseDirectives))]}, images]
  return [
    {source: everything, headers: [...always, ...csp(nextPolicy)]},
    images,
    {source: '/studio(|/.*)', headers: csp(applicationPolicy(site, contentHosts[site.mode]))},
  ]
}
