import {
  disablePreviewAccessSharing,
  enablePreviewAccessSharing,
} from '@sanity/preview-url-secret/toggle-preview-access-sharing'
import {expect, it} from 'vitest'
import {isExpiredShare, SHARE_DAYS} from '#sanity/presentation/preview-access.ts'
import {lakeForTests} from '../lake/lake-for-tests.ts'

const lake = lakeForTests()
const share = () => enablePreviewAccessSharing(lake.member, 'test', 'http://localhost/studio')
const inDays = (days: number) => Date.now() + days * 24 * 60 * 60 * 1000

it('a shared link opens for its days and then no more, until it is shared anew', async () => {
  const {secret} = await share()
  expect(await isExpiredShare(lake.member, secret, inDays(SHARE_DAYS - 0.1))).toBe(false)
  expect(await isExpiredShare(lake.member, secret, inDays(SHARE_DAYS + 0.1))).toBe(true)
  await disablePreviewAccessSharing(lake.member, 'test', 'http://localhost/studio')
  const again = await share()
  expect(again.secret).not.toBe(secret)
  expect(await isExpiredShare(lake.member, again.secret)).toBe(false)
})

it('says nothing of secrets that are no shared link: whether they are valid is decided elsewhere', async () => {
  expect(await isExpiredShare(lake.member, 'a guess', inDays(100))).toBe(false)
})
