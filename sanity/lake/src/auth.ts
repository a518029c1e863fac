import {createHash, timingSafeEqual} from 'node:crypto'
import {httpError} from './errors.ts'

/**
 * The rights of a request. `user`: a page of an allowed origin or a request with the token; may do
 * everything. `public`: reads published documents. Users have the same rights and differ by name only
 * (user.ts), since a lake on your own machine needs no more.
 */
export type Access = 'user' | 'public'

export type AuthOptions = {
  /** The lake's port. Only a `Host` header with this port is served. */
  port: () => number
  projectId: string
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

export type Auth = ReturnType<typeof createAuth>

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** Compares hashes, so that the duration reveals neither the content nor the length of the token. */
const equalsInConstantTime = (given: string, expected: string) =>
  timingSafeEqual(sha256(given), sha256(expected))

export function createAuth({port, projectId, allowedOrigins, token}: AuthOptions) {
  // By default `@sanity/client` puts the project before the host. Browsers resolve `*.localhost` to this machine
  // and ask no DNS server, so no other site can use such a name. Another project's name is refused.
  const names = ['127.0.0.1', 'localhost', '[::1]', `${projectId}.localhost`]
  const isOwnHost = (host: string | undefined) => names.some((name) => host === `${name}:${port()}`)
  const foreignHost = (host = '') =>
    httpError(
      403,
      host.endsWith(`.localhost:${port()}`)
        ? `Host "${host}" is not served here: the project of this lake is "${projectId}" (LAKE_PROJECT_ID)`
        : `Host "${host}" is not served here`,
    )

  return {
    // The lake's own origin is not allowed: it serves uploaded files, and no page of it needs the API.
    isAllowedOrigin: (origin: string): boolean => allowedOrigins.includes(origin),

    /**
     * @throws 403 for a foreign `Host`: a page that points its own DNS name at this machine (DNS rebinding)
     * sends one. 403 for a foreign `Origin`, and for a cross-site request without an `Origin`: an `<img>` or
     * `<script>` that names the API sends none. 401 for a wrong token.
     */
    check({host, origin, authorization, fetchSite}: Credentials): Access {
      if (!isOwnHost(host)) throw foreignHost(host)
      if (origin !== undefined && !this.isAllowedOrigin(origin))
        throw httpError(403, `Origin "${origin}" is not allowed: add it to LAKE_ALLOWED_ORIGINS`)
      if (origin === undefined && (fetchSite === 'cross-site' || fetchSite === 'same-site'))
        throw httpError(403, 'A page of another origin must use CORS')
      if (authorization !== undefined) {
        const given = /^Bearer (.+)$/i.exec(authorization)?.[1]
        if (!given || !token || !equalsInConstantTime(given, token))
          throw httpError(401, 'Unauthorized - Session not found')
        return 'user'
      }
      return origin === undefined ? 'public' : 'user'
    },
  }
}

export function requireUser(access: Access, what: string): void {
  if (access !== 'user')
    throw httpError(401, `Unauthorized - ${what} needs a token or a page of an allowed origin`)
}
