import {describe, expect, it} from 'vitest'
import {previewPolicy, securityHeaders, visitorPolicy} from '#lib/server/http/security-headers.ts'

const hosted = {siteUrl: 'https://www.example.org', mode: 'hosted', isDevelopment: false} as const
const embedded = {siteUrl: 'http://localhost:3000', mode: 'embedded', isDevelopment: false} as const

const allOf = (site: Parameters<typeof securityHeaders>[0]) =>
  securityHeaders(site).flatMap(({headers}) => headers)
const headerOf = (site: Parameters<typeof securityHeaders>[0], name: string) =>
  allOf(site).find(({key}) => key === name)?.value

describe('the security headers', () => {
  it('have HSTS only when the site is served over HTTPS', () => {
    expect(headerOf(hosted, 'Strict-Transport-Security')).toContain('max-age=')
    expect(headerOf(embedded, 'Strict-Transport-Security')).toBeUndefined()
  })

  it('allow no script on documents, and only our own scripts on pages as Next sends them', () => {
    expect(visitorPolicy).toContain("script-src 'inline-speculation-rules';")
    expect(visitorPolicy).not.toContain('unsafe')
    for (const site of [hosted, embedded])
      expect(headerOf(site, 'Content-Security-Policy')).toContain("script-src 'self' 'unsafe-inline';")
  })

  it('never allow eval, Sanity’s hosts in embedded mode, or this machine in hosted mode', () => {
    expect(JSON.stringify([allOf(hosted), allOf(embedded)])).not.toContain('unsafe-eval')
    expect(JSON.stringify(allOf(embedded))).not.toContain('sanity.io')
    expect(JSON.stringify(allOf(hosted))).not.toContain('127.0.0.1')
  })

  it('depend on the path alone: no rule has a condition on the request', () => {
    for (const site of [hosted, embedded, {...embedded, isDevelopment: true}])
      for (const rule of securityHeaders(site))
        expect(Object.keys(rule).toSorted(), rule.source).toEqual(['headers', 'source'])
  })

  it('allow requests to other hosts for the Studio only', () => {
    const wide = securityHeaders(hosted).filter(({headers}) =>
      headers.some(({value}) => /connect-src[^;]*https:/.test(value)),
    )
    expect(wide.map(({source}) => source)).toEqual(['/studio(|/.*)'])
  })

  it("let Sanity's Dashboard frame the Studio and the Studio frame the Media Library, in hosted mode only", () => {
    const frames = (site: Parameters<typeof securityHeaders>[0]) =>
      securityHeaders(site).map(({source, headers}) => [
        source,
        ...headers.flatMap(({value}) => value.match(/frame-\w+ [^;]+/g) ?? []).toSorted(),
      ])
    expect(frames(hosted).at(-1)).toEqual([
      '/studio(|/.*)',
      "frame-ancestors 'self' https://www.sanity.io",
      "frame-src 'self' https://media.sanity.io",
    ])
    expect(frames(embedded).flat().join()).not.toContain('sanity.io')
    expect(frames(hosted).slice(0, -1).flat().join()).not.toContain('sanity.io')
  })

  it('sandbox uploaded files, in development too, and no later rule overrides that', () => {
    for (const site of [hosted, embedded, {...embedded, isDevelopment: true}]) {
      const rules = securityHeaders(site)
      const at = rules.findIndex(({source}) => source === '/images/site/media/(.*)')
      expect(rules[at]?.headers).toEqual([
        {key: 'Content-Security-Policy', value: "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
      ])
      expect(rules.slice(at + 1).every(({source}) => source.startsWith('/studio'))).toBe(true)
    }
  })

  it('allow scripts on a verified preview page, but no foreign frame and no eval; development has no such policy', () => {
    expect(previewPolicy(hosted)).toContain("script-src 'self' 'unsafe-inline'")
    expect(previewPolicy(hosted)).toContain("frame-ancestors 'self'")
    expect(previewPolicy(hosted)).not.toContain('unsafe-eval')
    expect(previewPolicy({...hosted, isDevelopment: true})).toBeUndefined()
  })
})
