import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, it} from 'vitest'
import {isRevalidationRequest} from '#lib/server/cache/on-demand-revalidation.ts'

const beginBuild = resolve('lib/server/cache/prebuild.ts')

it('a build does not go on with the secret of an earlier one, which browsers may still have', () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  const kept = join(folder, '.next/cache/.previewinfo')
  mkdirSync(join(folder, '.next/cache'), {recursive: true})
  writeFileSync(kept, '{}')
  execFileSync(process.execPath, [beginBuild], {cwd: folder})
  expect(existsSync(kept)).toBe(false)
  // A first build has nothing to take away.
  execFileSync(process.execPath, [beginBuild], {cwd: folder})
})

it('a request is no renewal for having the header: its value metrics, and none metrics when there is no secret', () => {
  for (const value of ['x', '', 'undefined', 'development', ['x']])
    expect(isRevalidationRequest({'x-prerender-revalidate': value})).toBe(false)
  expect(isRevalidationRequest({'x-prerender-revalidate': undefined})).toBe(false)
  expect(isRevalidationRequest({})).toBe(false)
})
