/**
 * Whether search engines may index this origin: only the public site. Otherwise development, tests and
 * preview deployments would compete with it in the results.
 */
export function isPublicOrigin(origin: string): boolean {
  const {protocol, hostname} = new URL(origin)
  // A registered name has a dot. An IP address ends in a digit or a bracket. Private zones end in one of
  // these names.
  return (
    protocol === 'https:' &&
    hostname.includes('.') &&
    !/[\d\]]$/.test(hostname) &&
    !/\.(?:localhost|local|internal|test|example|invalid|vercel\.app)$/.test(hostname)
  )
}
