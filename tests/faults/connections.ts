import {connect, type Socket} from 'node:net'
import {networkPath, type Scenario, sleep, startEnvironment} from './environment.ts'

const IDLE = 5_000
const SLOW = 200
const SECONDS = 10
/** A page from the response cache takes 1 ms. Above this, connections that do nothing delay visitors. */
const QUICK_MS = 100

/** Opens connections to a port and sends each of them `text`. Errors of a connection are counted, not thrown. */
async function openConnections(port: number, count: number, text: string) {
  const sockets: Socket[] = []
  let failed = 0
  const open = () =>
    new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(void socket.write(text)))
      socket.resume()
      socket.on('error', () => resolve(void failed++))
      sockets.push(socket)
    })
  // In batches: a longer queue of new connections than the system's would be refused by the system.
  for (let opened = 0; opened < count; opened += 100)
    await Promise.all(Array.from({length: Math.min(100, count - opened)}, open))
  return {
    sockets,
    get failed() {
      return failed
    },
    close: () => sockets.forEach((socket) => void socket.destroy()),
  }
}

const request = (method: string, ...headers: string[]) =>
  [`${method} ${networkPath} HTTP/1.1`, 'Host: localhost', ...headers, ''].join('\r\n')

const portOf = (url: string) => Number(new URL(url).port)

/** Clients that have read a page and keep their connections, beside visitors. */
const idleConnections: Scenario = async () => {
  const environment = await startEnvironment('idle-connections')
  try {
    const idle = await openConnections(portOf(environment.site.url), IDLE, `${request('GET')}\r\n`)
    const visitors = environment.visitors({count: 4})
    await environment.publish('Published beside idle connections')
    await environment.shows('Published beside idle connections')
    await sleep(SECONDS * 1_000)
    const open = idle.sockets.filter((socket) => !socket.closed).length
    const {requests, failed, median, worst} = await visitors.stop()
    const failures = [...visitors.failed]
    if (idle.failed > 0) failures.push(`${idle.failed} of ${IDLE} connections failed`)
    if (median > QUICK_MS) failures.push(`the median of visitors is ${median} ms`)
    idle.close()
    const note = `${open} of ${IDLE} open after ${SECONDS} s; median ${median} ms`
    return {requests, failed: failed + failures.length, worstMs: worst, note, failures}
  } finally {
    await environment.close()
  }
}

/** Clients that never finish their headers or their body. The server must end them, and answer others. */
const slowRequests: Scenario = async () => {
  const environment = await startEnvironment('slow-requests')
  try {
    const port = portOf(environment.site.url)
    const headers = await openConnections(port, SLOW, request('GET'))
    const body = request('POST', 'Content-Type: application/json', 'Content-Length: 1000').replace(
      networkPath,
      '/api/revalidate',
    )
    const bodies = await openConnections(port, SLOW, `${body}\r\n{`)
    const visitors = environment.visitors({count: 4})
    const slow = [...headers.sockets, ...bodies.sockets]
    const start = Date.now()
    // Node looks for overdue requests every 30 s, and a request may take 30 s.
    while (slow.some((socket) => !socket.closed) && Date.now() - start < 90_000) {
      for (const socket of slow) if (!socket.closed) socket.write(' ')
      await sleep(1_000)
    }
    const open = slow.filter((socket) => !socket.closed).length
    const seconds = Math.round((Date.now() - start) / 1_000)
    const {requests, failed, median, worst} = await visitors.stop()
    const failures = [...visitors.failed]
    if (open > 0) failures.push(`${open} slow requests are open after ${seconds} s`)
    if (median > QUICK_MS) failures.push(`the median of visitors is ${median} ms`)
    const note = `${slow.length} slow requests ended after ${seconds} s; median ${median} ms`
    return {requests, failed: failed + failures.length, worstMs: worst, note, failures}
  } finally {
    await environment.close()
  }
}

export const connectionScenarios: Record<string, Scenario> = {
  'idle-connections': idleConnections,
  'slow-requests': slowRequests,
}
