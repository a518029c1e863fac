import {config} from '../config.ts'

/** This process, without a proxy or a cache in between. */
const loopbackOrigin = () => `http://127.0.0.1:${config.port}`

/**
 * Where the site requests its own pages. On Vercel no process listens on a port, so it uses the public
 * origin.
 */
export const ownOrigin = (request: Request) =>
  config.isOnVercel ? new URL(request.url).origin : loopbackOrigin()
