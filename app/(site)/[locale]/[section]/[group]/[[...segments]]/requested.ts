import {cache} from 'react'

type Requested = {section?: string; group?: string; segments?: string[]}

/**
 * The parameters of the requested page, for its not-found page: Next gives that none. The layout around both
 * renders first and sets them. React's `cache` has one object for each request.
 */
export const requested = cache((): Requested => ({}))
