import {once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {json} from 'node:stream/consumers'
import {checkout} from '../sites/checkout.ts'
import {TestLake, TestSite} from '../sites/site.ts'
import {expect, test} from './test.ts'

const port = Number(process.env.E2E_PORT ?? 3200) + 40
const lakePort = Number(process.env.E2E_LAKE_PORT ?? 3533) + 40

type Span = {name: string; traceId: string; attributes: {key: string; value: {stringValue?: string}}[]}
type Traces = {
  resourceSpans: {resource: {attributes: Span['attributes']}; scopeSpans: {spans: Span[]}[]}[]
}

/** Traces that the OpenTelemetry collector has received. */
const received: Traces[] = []
const collector = createServer(async (request, response) => {
  if (request.url === '/v1/traces') received.push((await json(request)) as Traces)
  response.setHeader('content-type', 'application/json').end('{}')
})
const spans = () =>
  received.flatMap(({resourceSpans}) =>
    resourceSpans.flatMap((each) => each.scopeSpans.flatMap((s) => s.spans)),
  )

test.afterAll(() => collector.close())

test('a configured collector gets the trace of a request and its fetches, with the caller’s trace id', async () => {
  collector.listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const lake = new TestLake(lakePort, port)
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_SERVICE_NAME: 'observed',
    OTEL_BSP_SCHEDULE_DELAY: '200',
  }
  const site = new TestSite({folder: checkout('observed'), port, lakePort, env})
  await lake.start()
  await site.start()
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const path = '/en/our-membership/overview/czech-networks'
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`
  const answer = await fetch(site.url + path, {headers: {traceparent, connection: 'close'}})
  expect(answer.status).toBe(200)

  const names = () =>
    spans()
      .filter((span) => span.traceId === traceId)
      .map(({name}) => name)
      .join('\n')
  await expect.poll(names).toContain('GET /[locale]/')
  await expect.poll(names).toContain(`fetch GET ${lake.url}/`)
  const service = received[0]?.resourceSpans[0]?.resource.attributes.find(({key}) => key === 'service.name')
  expect(service?.value.stringValue).toBe('observed')

  await test.step('the site serves without the collector', async () => {
    collector.closeAllConnections()
    collector.close()
    for (let time = 0; time < 20; time++) expect(await site.text(path)).toContain('</html>')
  })
  await Promise.all([site.stop(), lake.stop()])
})

test('without a reader of its log the site serves on, and stops when asked', async () => {
  const lake = new TestLake(lakePort, port)
  const site = new TestSite({folder: checkout('no-log'), port, lakePort})
  await lake.start()
  await site.start()
  await lake.stop()
  site.closeLog()
  // Fails without the lake, and is logged.
  await site.text('/en/our-membership/czech-networks/made-up')
  expect(await site.text('/en')).toContain('</html>')
  // Never returns while the server logs its own failures.
  await site.stop()
})
