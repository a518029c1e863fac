import {describe, expect, it} from 'vitest'
import {securityHeaders} from '#lib/security-headers.ts'

const hosted = {siteUrl: 'https://www.example.org', mode: 'hosted', development: false} as const
const embedded = {siteUrl: 'http://localhost:3000', mode: 'embedded', development: false} as const

const allOf = (site: Parameters<typeof securityHeaders>[0]) =>
  securityHeaders(site).flatMap(({headers}) => headers)
const headerOf = (site: Parameters<typeof securityHeaders>[0], name: string) =>
  allOf(site).find(({key}) => key === name)?.value

describe('the security headers', () => {
  it('promise HTTPS only where the site is on it', () => {
    expect(headerOf(hosted, 'Strict-Transport-Security')).toContain('max-age=')
    expect(headerOf(embedded, 'Strict-Transport-Security')).toBeUndefined()
  })

  it('let no script of any kind run on a visitor’s page, in either mode', () => {
    for (const site of [hosted, embedded]) {
      expect(headerOf(site, 'Content-Security-Policy')).toContain("script-src 'inline-speculation-rules';")
      expect(headerOf(site, 'Content-Security-Policy')).not.toContain('unsafe')
    }
  })

  it('never allow eval, and never name Sanity’s hosts on the embedded lake or this machine on hosted Sanity', () => {
    expect(JSON.stringify([allOf(hosted), allOf(embedded)])).not.toContain('unsafe-eval')
    expect(JSON.stringify(allOf(embedded))).not.toContain('sanity.io')
    expect(JSON.stringify(allOf(hosted))).not.toContain('127.0.0.1')
  })

  it('widen the policy by the draft cookie and for the Studio, later rules last', () => {
    const rules = securityHeaders(hosted)
    expect(rules.map(({source}) => source)).toEqual(['/(.*)', '/(.*)', '/studio(.*)'])
    expect(rules[1]?.has).toEqual([{type: 'cookie', key: '__prerender_bypass'}])
  })
})
