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

/** What an OpenTelemetry collector is told over HTTP. */
const told: Traces[] = []
const collector = createServer(async (request, response) => {
  if (request.url === '/v1/traces') told.push((await json(request)) as Traces)
  response.setHeader('content-type', 'application/json').end('{}')
})
const spans = () =>
  told.flatMap(({resourceSpans}) => resourceSpans.flatMap((each) => each.scopeSpans.flatMap((s) => s.spans)))

test.afterAll(() => collector.close())

test('a collector that is named gets the trace of a request, the fetches in it, and the caller’s own trace id', async () => {
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
  const service = told[0]?.resourceSpans[0]?.resource.attributes.find(({key}) => key === 'service.name')
  expect(service?.value.stringValue).toBe('observed')

  await test.step('and is no part of whether the site serves', async () => {
    collector.closeAllConnections()
    collector.close()
    for (let time = 0; time < 20; time++) expect(await site.text(path)).toContain('</html>')
  })
  await Promise.all([site.stop(), lake.stop()])
})
