import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {forkLake} from '../faults/lake-process.ts'

export type LakeProcess = Awaited<ReturnType<typeof startProcess>>

const token = 'a-token-for-the-benchmark'

/** Starts the lake in its own process, so that only the lake is measured. Linux only: it reads /proc. */
export async function startProcess(dir: string, seed: string) {
  const {child, url, output} = await forkLake(join(dir, 'lake'), {LAKE_SEED: seed, LAKE_TOKEN: token})
  if (!url) throw new Error(`The lake did not start:\n${output()}`)
  child.stderr?.pipe(process.stderr)
  const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'}
  const api = `${url}/v2026-01-01/data`

  const request = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${api}${path}`, {...init, headers})
    const body = await response.json()
    if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`)
    return body
  }
  const status = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) /
    1024

  return {
    async query(query: string, params: Record<string, unknown> = {}, perspective = 'published') {
      const search = new URLSearchParams({query, perspective})
      for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value))
      return ((await request(`/query/production?${search}`)) as {result: unknown}).result
    },
    mutate: (mutations: object[]) =>
      request('/mutate/production', {method: 'POST', body: JSON.stringify({mutations})}),
    /** Opens a listener; `onText` gets the server-sent events. @returns a function that closes it. */
    async listen(query: string, onText: (text: string) => void) {
      const abort = new AbortController()
      const search = new URLSearchParams({query, includeResult: 'false'})
      const response = await fetch(`${api}/listen/production?${search}`, {headers, signal: abort.signal})
      const isOpen = Promise.withResolvers<void>()
      const read = async () => {
        const decoder = new TextDecoder()
        for await (const chunk of response.body ?? []) {
          const text = decoder.decode(chunk, {stream: true})
          if (text.includes('event: welcome')) isOpen.resolve()
          onText(text)
        }
      }
      read().catch(() => undefined)
      await isOpen.promise
      return () => abort.abort()
    },
    /** Resident memory in MB: now, and the maximum so far. */
    memory: () => ({now: status('VmRSS'), peak: status('VmHWM')}),
    /** CPU time used so far, in ms (the system counts in ticks of 10 ms). */
    cpu() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
