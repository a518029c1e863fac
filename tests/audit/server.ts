import {spawn} from 'node:child_process'
import {once} from 'node:events'

/** The production build that is there, served by `npm start` with the environment as it is. */
export async function startSite() {
  const origin = `http://localhost:${process.env.PORT ?? 3000}`
  const site = spawn('node', ['sanity/cli/start.ts', 'next', 'start'], {
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
  throw new Error(`Nothing answers at ${origin}; is there a build? Run npm run build first.`)
}
