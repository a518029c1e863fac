/**
 * The target of a redirect that is about to be stored. Next revalidates a page after it has sent the
 * response, when it can set no header any more. So a page that became a redirect, or a revalidated redirect,
 * is stored without `location` (next 16.3.5). The page's data still has the target: Next writes the digest of
 * the redirect into it for its router.
 */
export function redirectLocation(rscData: Uint8Array | undefined): string | undefined {
  if (!rscData) return undefined
  return /NEXT_REDIRECT;(?:replace|push);([^"]+?);30[378];/.exec(Buffer.from(rscData).toString())?.[1]
}
