/** Next's cookie of draft mode. */
export const DRAFT_COOKIE = '__prerender_bypass'

/** All of Next's preview cookies. No visitor's cookie reaches Next: only a valid session turns draft mode on. */
export const nextCookies = [DRAFT_COOKIE, '__next_preview_data']
