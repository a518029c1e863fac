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

const found = async (secret: string, now?: number): Promise<PreviewSecret> => {
  const answer = await findPreviewSecret(lake.client, secret, now)
  if (!answer) throw new Error('The secret is not there')
  return answer
}

describe('the secret of a preview', () => {
  it('a shared link opens previews for twelve hours, within its seven days, until it is shared anew', async () => {
    const {secret} = await share()
    expect((await found(secret)).expires - Date.now()).toBeLessThanOrEqual(12 * HOUR_MS)
    expect((await found(secret)).expires - Date.now()).toBeGreaterThan(11 * HOUR_MS)
    const lastMorning = inDays(SHARE_DAYS - 0.1)
    expect((await found(secret, lastMorning)).expires).toBeGreaterThan(lastMorning)
    expect((await found(secret, lastMorning)).expires).toBeLessThanOrEqual(inDays(SHARE_DAYS))
    const tooLate = inDays(SHARE_DAYS + 0.1)
    expect((await found(secret, tooLate)).expires).toBeLessThan(tooLate)
    await stopSharing()
    const again = await share()
    expect(again.secret).not.toBe(secret)
    expect((await found(again.secret)).expires).toBeGreaterThan(Date.now())
    expect(await findPreviewSecret(lake.client, secret)).toBeUndefined()
  })

  it('one of the Studio opens previews for the hour it lives and a moment more', async () => {
    const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost/studio')
    const left = (await found(secret)).expires - Date.now()
    expect(left).toBeGreaterThan(HOUR_MS)
    expect(left).toBeLessThan(1.2 * HOUR_MS)
  })

  it('is never found by a guess, nor in a document of another type', async () => {
    expect(await findPreviewSecret(lake.client, 'a guess')).toBeUndefined()
    await lake.client.create({_id: 'note', _type: 'note', secret: 'not-a-preview-secret'})
    expect(await findPreviewSecret(lake.client, 'not-a-preview-secret')).toBeUndefined()
  })
})

describe('an open preview', () => {
  it('ends when sharing is turned off, and does not come back when it is turned on again', async () => {
    const opened = await found((await share()).secret)
    expect(await secretCheck(lake.client)(opened)).toBe(true)
    await stopSharing()
    expect(await secretCheck(lake.client)(opened)).toBe(false)
    await share()
    expect(await secretCheck(lake.client)(opened)).toBe(false)
  })

  it('ends when the Studio’s secret is deleted', async () => {
    const {secret} = await createPreviewSecret(lake.client, 'test', 'http://localhost/studio')
    const opened = await found(secret)
    expect(await secretCheck(lake.client)(opened)).toBe(true)
    await lake.client.delete(opened.secretId)
    expect(await secretCheck(lake.client)(opened)).toBe(false)
  })

  it('is asked about once for many requests of the same moment', async () => {
    const opened = await found((await share()).secret)
    const isThere = secretCheck(lake.client)
    const answers = Array.from({length: 50}, () => isThere(opened))
    expect(new Set(answers).size).toBe(1)
    expect(await answers[0]).toBe(true)
  })

  it('is neither open nor ended while the CMS does not answer: the question fails', async () => {
    const nobody = clientFor('http://127.0.0.1:1', {token: 'a-token-for-nobody'})
    await expect(secretCheck(nobody)({secretId: 'any', secretRevision: 'any'})).rejects.toThrow()
    const withoutToken = secretCheck(lake.visitor)
    const opened = await found((await share()).secret)
    expect(await withoutToken(opened).catch(() => 'refused')).not.toBe(true)
  })
})
