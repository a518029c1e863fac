/**
 * One spelling for each address of the old site, so that two networks can't claim the same one: without the host, the
 * query and a slash at the end, and as people read it ("/cs/členství", not "/cs/%C4%8D…").
 */
export function normaliseLegacyPath(path: string): string {
  const {pathname} = new URL(path.trim(), 'https://www.migrace.com')
  const shortened = pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  try {
    return decodeURI(shortened)
  } catch {
    return shortened
  }
}
