/**
 * Normalises a legacy path, so that two networks can't claim the same one: without host, query and trailing
 * slash, and percent-decoded ("/cs/členství", not "/cs/%C4%8D…").
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
