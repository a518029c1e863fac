/**
 * How long after a publish visitors read it: `npm run bench:publish` beside a running `npm start` (same PORT,
 * LAKE_PORT and LAKE_DIR). Publishes a marker twenty times, asks for the page until it is there, prints a table, and
 * puts the document back as it was.
 */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {parseEnv} from '../../sanity/env.ts'

const TIMES = 20
const id = 'network-consortium'
const path = '/en/our-membership/czech-networks/consortium'

const env = parseEnv(process.env)
const token =
  env.readToken ?? JSON.parse(readFileSync(join(env.lakeDir, 'secrets.json'), 'utf8')).SANITY_API_READ_TOKEN
const lake = createClient({
  projectId: env.projectId,
  dataset: env.dataset,
  apiVersion: '2025-02-19',
  apiHost: env.lakeUrl,
  useProjectHostname: false,
  useCdn: false,
  token,
})

const before = await lake.getDocument(id)
if (!before) throw new Error(`${id} is not in the lake`)

async function publishToVisible(marker: string): Promise<number> {
  await lake.createOrReplace({
    ...before,
    _id: `drafts.${id}`,
    _type: 'network',
    name: {...before?.name, en: marker},
  })
  const start = performance.now()
  await lake.action({actionType: 'sanity.action.document.publish', draftId: `drafts.${id}`, publishedId: id})
  for (;;) {
    const html = await (await fetch(env.siteUrl + path)).text()
    if (html.includes(marker)) return performance.now() - start
    if (performance.now() - start > 10_000) throw new Error(`${marker} did not appear within 10 s`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const times: number[] = []
try {
  for (let time = 0; time < TIMES; time++) {
    times.push(await publishToVisible(`Published ${time} ${Date.now()}`))
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
} finally {
  await lake.createOrReplace({...before, _type: 'network'})
}
times.sort((a, b) => a - b)
console.table({
  'publish → visible (ms)': {
    times: times.length,
    median: Math.round(times[Math.floor(times.length / 2)] ?? Number.NaN),
    worst: Math.round(times.at(-1) ?? Number.NaN),
  },
})
