/**
 * Whether search engines may index what is served at an origin: only a real public site. Development, tests and
 * previews would otherwise compete with it in the results.
 */
export function isPublicOrigin(origin: string): boolean {
  const {protocol, hostname} = new URL(origin)
  // A registered name has a dot; an IP address ends in a number (or a bracket), a private zone in one of these.
  return (
    protocol === 'https:' &&
    hostname.includes('.') &&
    !/[\d\]]$/.test(hostname) &&
    !/\.(?:localhost|local|internal|test|example|invalid|vercel\.app)$/.test(hostname)
  )
}
