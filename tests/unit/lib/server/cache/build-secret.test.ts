import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, it} from 'vitest'
import {isRevalidationRequest} from '#lib/server/cache/on-demand-revalidation.ts'

const prebuild = resolve('lib/server/cache/prebuild.ts')

it('a build does not reuse the secret of an earlier build, which browsers may still have', () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  const kept = join(folder, '.next/cache/.previewinfo')
  mkdirSync(join(folder, '.next/cache'), {recursive: true})
  writeFileSync(kept, '{}')
  execFileSync(process.execPath, [prebuild], {cwd: folder})
  expect(existsSync(kept)).toBe(false)
  // The first build: there is no file to remove.
  execFileSync(process.execPath, [prebuild], {cwd: folder})
})

it('a request with the revalidation header but without the build secret is no revalidation', () => {
  for (const value of ['x', '', 'undefined', 'development', ['x']])
    expect(isRevalidationRequest({'x-prerender-revalidate': value})).toBe(false)
  expect(isRevalidationRequest({'x-prerender-revalidate': undefined})).toBe(false)
  expect(isRevalidationRequest({})).toBe(false)
})
