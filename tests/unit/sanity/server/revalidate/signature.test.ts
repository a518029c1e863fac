import {encodeSignatureHeader, isValidSignature} from '@sanity/webhook'
import {expect, it} from 'vitest'
import {isSignedWith} from '#sanity/server/revalidate/signature.ts'

const secret = 'a-secret-for-this-test'
const body = '{"_id":"network-a","name":"Žluť"}'
const now = Date.parse('2026-11-24T00:00:00Z')

it('accepts and rejects the same signatures as Sanity’s own package', async () => {
  const good = await encodeSignatureHeader(body, now, secret)
  const cases: [body: string, header: string][] = [
    [body, good],
    [`${body} `, good],
    [body, good.replace(`t=${now}`, `t=${now + 1}`)],
    [body, good.slice(0, -1)],
    [body, `${good}A`],
    [body, await encodeSignatureHeader(body, now, 'another-secret')],
    [body, 't=1,v1=guess'],
    [body, 'nonsense'],
    [body, ''],
    ['', good],
  ]
  for (const [sent, header] of cases) {
    const theirs = await isValidSignature(sent, header, secret).catch(() => false)
    expect(await isSignedWith(secret, sent, header), `${header} for ${sent}`).toBe(theirs)
  }
  expect(await isSignedWith(secret, body, good)).toBe(true)
  expect(await isSignedWith(secret, body, null)).toBe(false)
})
