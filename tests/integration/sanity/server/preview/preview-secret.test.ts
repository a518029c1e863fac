import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {
  disablePreviewAccessSharing,
  enablePreviewAccessSharing,
} from '@sanity/preview-url-secret/toggle-preview-access-sharing'
import {describe, expect, it} from 'vitest'
import {clientFor, lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {
  findPreviewSecret,
  type PreviewSecret,
  SHARE_DAYS,
  secretCheck,
} from '#sanity/server/preview/preview-secret.ts'

const lake = lakeForTests()
const share = () => enablePreviewAccessSharing(lake.client, 'test', 'http://localhost/studio')
const stopSharing = () => disablePreviewAccessSharing(lake.client, 'test', 'http://localhost/studio')
const HOUR_MS = 60 * 60 * 1000
const inDays = (days: number) => Date.now() + days * 24 * HOUR_MS

const findSecret = async (secret: string, now?: number): Promise<PreviewSecret> => {
  const answer = await findPreviewSecret(lake.client, secret, now)
  if (!answer) throw new Error('The secret was not found')
  return answer
}

describe('a preview secret', () => {
  it('of a shared link opens previews for twelve hours, for at most seven days, until the link is shared again', async () => {
    const {secret} = await share()
    expect((await findSecret(secret)).expires - Date.now()).toBeLessThanOrEqual(12 * HOUR_MS)
    expect((await findSecret(secret)).expires - Date.now()).toBeGreaterThan(11 * HOUR_MS)
    const lastMorning = inDays(SHARE_DAYS - 0.1)
    expect((await findSecret(secret, lastMorning)).expires).toBeGreaterThan(lastMorning)
    expect((await findSecret(secret, lastMorning)).expires).toBeLessThanOrEqual(inDays(SHARE_DAYS))
    const tooLate = inDays(SHARE_DAYS + 0.1)
    expect((await findSecret(secret, tooLate)).expires).toBeLessThan(tooLate)
    await stopSharing()
    const again = await share()
    expect(again.secret).not.toBe(secret)
    expect((await findSecret(again.secret)).expires).toBeGreaterThan(Date.now())
    expect(await findPreviewSecret(lake.client, secret)).toBeUndefined()
  })

  it('of the Studio opens previews for its hour and a short tolerance', async () => {
    const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost/studio')
    const left = (await findSecret(secret)).expires - Date.now()
    expect(left).toBeGreaterThan(HOUR_MS)
    expect(left).toBeLessThan(1.2 * HOUR_MS)
  })

  it('is not found by a guess or in a document of another type', async () => {
    expect(await findPreviewSecret(lake.client, 'a guess')).toBeUndefined()
    await lake.client.create({_id: 'note', _type: 'note', secret: 'not-a-preview-secret'})
    expect(await findPreviewSecret(lake.client, 'not-a-preview-secret')).toBeUndefined()
  })
})

describe('a preview session', () => {
  it('ends when sharing is turned off, and stays ended when sharing is turned on again', async () => {
    const opened = await findSecret((await share()).secret)
    expect(await secretCheck(lake.client)(opened)).toBe(true)
    await stopSharing()
    expect(await secretCheck(lake.client)(opened)).toBe(false)
    await share()
    expect(await secretCheck(lake.client)(opened)).toBe(false)
  })

  it('ends when the Studio’s secret is deleted', async () => {
    const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost/studio')
    const opened = await findSecret(secret)
    expect(await secretCheck(lake.client)(opened)).toBe(true)
    await lake.client.delete(opened.secretId)
    expect(await secretCheck(lake.client)(opened)).toBe(false)
  })

  it('is checked once for many requests at the same time', async () => {
    const opened = await findSecret((await share()).secret)
    const check = secretCheck(lake.client)
    const answers = Array.from({length: 50}, () => check(opened))
    expect(new Set(answers).size).toBe(1)
    expect(await answers[0]).toBe(true)
  })

  it('is neither open nor ended while the Content Lake does not answer: the check throws', async () => {
    const unreachable = clientFor('http://127.0.0.1:1', {token: 'any-token'})
    await expect(secretCheck(unreachable)({secretId: 'any', secretRevision: 'any'})).rejects.toThrow()
    const withoutToken = secretCheck(lake.visitor)
    const opened = await findSecret((await share()).secret)
    expect(await withoutToken(opened).catch(() => 'refused')).not.toBe(true)
  })
})
