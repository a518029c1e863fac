/**
 * The site's HTTP server, started by `npm start`: Next's custom server with a response cache in front
 * (docs/decisions/049). `next start` serves the same pages, slower and with Next's own HTTP answers.
 */
import nextEnv from '@next/env'

// biome-ignore lint/style/noProcessEnv: Next and React read it when they are loaded
Object.assign(process.env, {NODE_ENV: 'production'})
nextEnv.loadEnvConfig(process.cwd())

// Both read the environment when they are loaded.
const {default: next} = await import('next')
const {config} = await import('./lib/server/config.ts')
const {createSiteServer} = await import('./lib/server/http/site-server.ts')
const {trustedProxies} = await import('./lib/server/http/trusted-proxies.ts')
const {logInfo} = await import('./lib/server/observability/log.ts')
const {responseCache} = await import('./lib/server/response-cache/response-cache.ts')

/** How long requests may take after a signal to stop. */
const STOP_TIMEOUT_MS = 10_000

// When the reader of the log has ended, writing a line fails. Next would log that failure, which fails again, at full
// load and for ever. Without a log the site serves on.
for (const log of [process.stdout, process.stderr]) log.on('error', () => undefined)

const app = next({dev: false, port: config.port, hostname: 'localhost'})
await app.prepare()
const server = createSiteServer({
  handle: app.getRequestHandler(),
  cache: responseCache,
  trustForwarded: trustedProxies(config.trustedProxies),
})
server.listen(config.port, () => logInfo('Ready', {url: `http://localhost:${config.port}`}))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS).unref()
  })
}
