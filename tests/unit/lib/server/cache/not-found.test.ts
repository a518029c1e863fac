import {existsSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {cacheForTests, page, pageContext, revalidateHourly} from './cache-for-tests.ts'

test('a 404 of a path that never was a page is not written to disk; the 404 of a deleted page is', async () => {
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  const store = cacheForTests({serverDistDir, flushToDisk: true})
  await store.set('/en/guess', page('', {status: 404}), revalidateHourly)
  expect(existsSync(join(serverDistDir, 'app/en/guess.html'))).toBe(false)
  expect(await store.get('/en/guess', pageContext)).toMatchObject({value: {status: 404}})

  await store.set('/en/page', page('<p>there</p>'), revalidateHourly)
  await store.set('/en/page', page('', {status: 404}), revalidateHourly)
  expect(existsSync(join(serverDistDir, 'app/en/page.meta'))).toBe(true)
  expect(await store.get('/en/page', pageContext)).toMatchObject({value: {status: 404}})
})
