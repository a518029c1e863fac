import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {createRandom} from '#sanity/lake/faults/random.ts'
import {secrets} from '../sites/site.ts'
import {id, networkPath, type Scenario, startEnvironment} from './environment.ts'

const HOUR_MS = 3_600_000

const change = JSON.stringify({_id: id, _type: 'network', networkIds: [], addresses: []})

const signed = async (body: string, at: number, secret: string = secrets.SANITY_REVALIDATE_SECRET) => ({
  [SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(body, at, secret),
})

/** The clocks of the lake and the site differ. The site must check the signature only, not its timestamp. */
const clockSkew: Scenario = async () => {
  const environment = await startEnvironment('clock-skew')
  try {
    const failures: string[] = []
    const skews = [0, HOUR_MS, -HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS, 365 * 24 * HOUR_MS, -365 * 24 * HOUR_MS]
    for (const skew of skews) {
      const send = async (secret: string) =>
        (
          await fetch(`${environment.site.url}/api/revalidate`, {
            method: 'POST',
            body: change,
            headers: await signed(change, Date.now() + skew, secret),
          })
        ).status
      const accepted = await send(secrets.SANITY_REVALIDATE_SECRET)
      if (accepted !== 200) failures.push(`a valid signature ${skew / HOUR_MS} h off answers ${accepted}`)
      const rejected = await send('another-secret-altogether')
      if (rejected !== 401) failures.push(`an invalid signature ${skew / HOUR_MS} h off answers ${rejected}`)
    }
    return {requests: 2 * skews.length, failed: failures.length, note: 'up to a year either way', failures}
  } finally {
    await environment.close()
  }
}

/** A valid webhook is sent many times. Visitors must only see the current content. */
const replayed: Scenario = async () => {
  const environment = await startEnvironment('replayed')
  try {
    const headers = await signed(change, Date.now())
    await environment.publish('Published after the message')
    await environment.shows('Published after the message')
    const before = await environment.site.metrics()
    const visitors = environment.visitors({count: 4})
    const failures: string[] = []
    for (let batch = 0; batch < 50; batch++) {
      const answers = await Promise.all(
        Array.from({length: 20}, () =>
          fetch(`${environment.site.url}/api/revalidate`, {method: 'POST', body: change, headers}),
        ),
      )
      for (const {status} of answers) if (status !== 200) failures.push(`a replay answers ${status}`)
    }
    if (!(await environment.site.text(networkPath)).includes('Published after the message'))
      failures.push('a replay has restored an old page')
    const {requests, failed, worst} = await visitors.stop()
    const revalidated =
      Number((await environment.site.metrics()).pagesRevalidated) - Number(before.pagesRevalidated)
    return {
      requests: requests + 1_000,
      failed: failed + failures.length,
      worstMs: worst,
      note: `1,000 replays revalidated ${revalidated} pages`,
      failures: [...failures, ...visitors.failed],
    }
  } finally {
    await environment.close()
  }
}

const routes = [
  '/api/revalidate',
  '/api/draft-mode/enable',
  '/api/draft-mode/disable',
  '/api/health',
  '/api/health/ready',
  '/api/health/content',
  '/images/site/media/x.png',
]

/** Only in drafts. If an answer contains it, a draft has leaked. */
const SECRET_WORDS = 'Only in a draft, never to be read'

/** Sends random requests to all API routes. None may change anything, show a draft, or give a bare 5xx. */
const fuzzed: Scenario = async ({fuzzed: total}) => {
  const environment = await startEnvironment('api-fuzzed')
  const {next: random, pick} = createRandom(1)
  const noise = (length: number) =>
    Array.from({length}, () => String.fromCharCode(32 + Math.floor(random() * 95))).join('')
  try {
    await environment.lake.client.createOrReplace({
      ...(await environment.lake.client.getDocument(id)),
      _id: `drafts.${id}`,
      _type: 'network',
      name: {en: SECRET_WORDS, cs: SECRET_WORDS},
    })
    const failures: string[] = []
    const statuses = new Map<number, number>()
    const values = [
      '',
      '0',
      '-1',
      '1e309',
      'true',
      'null',
      '../../etc/passwd',
      '%00',
      '%E0%A4%A',
      '//host',
      'a'.repeat(3_000),
    ]
    const send = async (number: number) => {
      const route = routes[number % routes.length] as string
      const query = Array.from(
        {length: Math.floor(random() * 4)},
        () =>
          `${pick(['sanity-preview-secret', 'sanity-preview-pathname', 'sanity-preview-perspective', 'w', 'h', 'rect', 'x'])}=${encodeURIComponent(pick([...values, noise(20)]))}`,
      ).join('&')
      const body = pick([
        change,
        '{',
        '[]',
        'null',
        noise(200),
        JSON.stringify({_id: noise(5)}),
        'x'.repeat(70_000),
      ])
      const method = pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
      const response = await fetch(`${environment.site.url}${route}?${query}`, {
        method,
        redirect: 'manual',
        headers: {
          // Another client address each time. Otherwise the rate limit would answer.
          'x-forwarded-for': `10.${number % 250}.${Math.floor(number / 250) % 250}.1`,
          ...(random() < 0.5 && {
            [SIGNATURE_HEADER_NAME]: pick([
              't=1,v1=x',
              noise(40).replaceAll(',', ';'),
              `t=${Date.now()},v1=${'a'.repeat(43)}`,
            ]),
          }),
          ...(random() < 0.3 && {
            cookie: `${pick(['__prerender_bypass', 'preview_session'])}=${noise(10).replaceAll(/[;, ]/g, 'x')}`,
          }),
          ...(random() < 0.2 && {'x-request-id': pick(['short', 'fits-the-pattern', 'a'.repeat(500)])}),
        },
        ...(method !== 'GET' && method !== 'HEAD' && {body}),
      }).catch((error: unknown) => error)
      if (!(response instanceof Response)) return void failures.push(`${method} ${route}: ${response}`)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      const text = await response.text()
      const what = `${method} ${route}?${query.slice(0, 60)} answers ${response.status}`
      if (response.status >= 500 && !text.includes('"message"')) failures.push(what)
      if (text.includes(SECRET_WORDS)) failures.push(`${what} with a draft`)
      if (route === '/api/revalidate' && response.status === 200) failures.push(`${what}: accepted`)
      if (
        /(__prerender_bypass|preview_session)=[^;]/.test(response.headers.get('set-cookie') ?? '') &&
        route.endsWith('enable')
      )
        failures.push(`${what}: a preview was opened`)
    }
    const {webhooksAccepted: before} = await environment.site.metrics()
    for (let number = 0; number < total; number += 20)
      await Promise.all(Array.from({length: 20}, (_, index) => send(number + index)))
    const {webhooksAccepted: after} = await environment.site.metrics()
    if (after !== before) failures.push(`${Number(after) - Number(before)} webhooks were accepted`)
    const answered = [...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
    return {requests: total, failed: failures.length, note: answered.join(', '), failures}
  } finally {
    await environment.close()
  }
}

export const apiScenarios: Record<string, Scenario> = {
  'clock-skew': clockSkew,
  'webhook-replayed': replayed,
  'api-fuzzed': fuzzed,
}
