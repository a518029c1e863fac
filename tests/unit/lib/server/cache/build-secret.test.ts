import {expect, it} from 'vitest'
import {isRevalidationRequest} from '#lib/server/cache/on-demand-revalidation.ts'

it('a request with the revalidation header but without the build secret is no revalidation', () => {
  for (const value of ['x', '', 'undefined', 'development', ['x']])
    expect(isRevalidationRequest({'x-prerender-revalidate': value})).toBe(false)
  expect(isRevalidationRequest({'x-prerender-revalidate': undefined})).toBe(false)
  expect(isRevalidationRequest({})).toBe(false)
})
