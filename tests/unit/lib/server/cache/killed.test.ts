import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect, it, vi} from 'vitest'
import {cacheForTests, clearMemory, pageContext} from './cache-for-tests.ts'

it('a server killed while it writes a page leaves a complete page or none', async () => {
  // A torn entry is logged.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const serverDistDir = mkdtempSync(join(tmpdir(), 'cache-'))
  for (let round = 0; round < 6; round++) {
    const child = fork(join(import.meta.dirname, 'write-for-ever.ts'), [serverDistDir], {execArgv: []})
    await once(child, 'message')
    await sleep(7 * round)
    child.kill('SIGKILL')
    await once(child, 'exit')
    clearMemory()
    const entry = await cacheForTests({serverDistDir, flushToDisk: true}).get('/en/page', pageContext)
    if (!entry) continue
    const {html, rscData} = entry.value as unknown as {html: string; rscData: Buffer}
    expect(html).toMatch(/^(\d+ )\1{199999}$/)
    expect(html === rscData.toString(), 'page and data have the same version').toBe(true)
  }
  rmSync(serverDistDir, {recursive: true})
})
