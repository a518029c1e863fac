import {createHash, timingSafeEqual} from 'node:crypto'
import {httpError} from './errors.ts'

/**
 * Who is asking. `member`: an allowed page or a bearer of the token, may do everything. `public`: reads
 * published documents. There is one member, since a lake on one's own machine has one user.
 */
export type Access = 'member' | 'public'

export type GuardOptions = {
  /** The port answers go out from: part of the only `Host`s that are served. */
  port: () => number
  allowedOrigins: string[]
  token: string | undefined
}

export type Credentials = {
  host: string | undefined
  origin: string | undefined
  authorization: string | undefined
  /** `Sec-Fetch-Site`, which only browsers send. */
  fetchSite?: string | undefined
}

export type Guard = ReturnType<typeof createAuth>

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Hashed first, so that neither content nor length of the token shows in the time it takes. */
const isSame = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected))

export function createAuth({port, allowedOrigins, token}: GuardOptions) {
  const isOwnHost = (host: string | undefined) =>
    ['127.0.0.1', 'localhost', '[::1]'].some((name) => host === `${name}:${port()}`)

  return {
    // Not its own origin: the lake serves uploaded files but no page that would have to talk to it.
    isAllowedOrigin: (origin: string): boolean => allowedOrigins.includes(origin),

    /**
     * @throws 403 for a foreign `Host` (a page that rebinds its own DNS name to this machine sends one) or
     * a foreign `Origin`, or none from a page elsewhere (an `<img>` or `<script>` that names the API sends
     * none); 401 for a token that isn't ours.
     */
    check({host, origin, authorization, fetchSite}: Credentials): Access {
      if (!isOwnHost(host)) throw httpError(403, `Host "${host ?? ''}" is not served here`)
      if (origin !== undefined && !this.isAllowedOrigin(origin))
        throw httpError(403, `Origin "${origin}" is not allowed: add it to LAKE_ALLOWED_ORIGINS`)
      if (origin === undefined && (fetchSite === 'cross-site' || fetchSite === 'same-site'))
        throw httpError(403, 'A page of another origin must ask with CORS')
      if (authorization !== undefined) {
        const given = /^Bearer (.+)$/i.exec(authorization)?.[1]
        if (!given || !token || !isSame(given, token))
          throw httpError(401, 'Unauthorized - Session not found')
        return 'member'
      }
      return origin === undefined ? 'public' : 'member'
    },
  }
}

export function requireMember(access: Access, what: string): void {
  if (access !== 'member')
    throw httpError(401, `Unauthorized - ${what} needs a token or a page of an allowed origin`)
}
