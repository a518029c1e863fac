import {afterEach, beforeEach, expect, vi} from 'vitest'

/**
 * An unexpected console.error or console.warn fails the test that caused it. A test that expects one replaces
 * the spy (`vi.spyOn(console, 'error').mockImplementation(…)`) and asserts on it.
 */
const messages: string[] = []

beforeEach(() => {
  messages.length = 0
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      messages.push(`console.${level}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(messages, 'nothing may be written to console.error or console.warn').toEqual([])
})
