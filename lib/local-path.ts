/**
 * The path if it leads to a page of this site, else `/`. Refuses what browsers read as another host:
 * `//host`, `/\host`, and anything with control characters.
 */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/'
  const base = 'http://local.invalid'
  const url = URL.parse(value, base)
  return url?.origin === base ? url.pathname + url.search : '/'
}
