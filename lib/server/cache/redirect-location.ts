/**
 * Where a redirect that is about to be stored leads. Next renews a page after it has answered, and then can set no
 * header any more: a page that has become a redirect, or a redirect that is renewed, is stored without its `location`
 * (next 16.3.5). The digest of the redirect, which Next writes into the page's data for its router, still tells it.
 */
export function redirectLocation(rscData: Uint8Array | undefined): string | undefined {
  if (!rscData) return undefined
  return /NEXT_REDIRECT;(?:replace|push);([^"]+?);30[378];/.exec(Buffer.from(rscData).toString())?.[1]
}
