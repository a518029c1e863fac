import {spawn} from 'node:child_process'
import {once} from 'node:events'

/** Serves the existing production build, as `npm start` does, with the current environment. */
export async function startSite() {
  const origin = `http://localhost:${process.env.PORT ?? 3000}`
  const site = spawn('node', ['sanity/cli/start.ts', 'node', 'server.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let attempt = 0; attempt < 300 && site.exitCode === null; attempt++) {
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined)
    if (answer?.ok) {
      return {
        origin,
        async stop() {
          const ended = once(site, 'exit')
          site.kill('SIGTERM')
          await ended
        },
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  site.kill('SIGTERM')
  throw new Error(`No answer at ${origin}. If there is no build, run npm run build first.`)
}
