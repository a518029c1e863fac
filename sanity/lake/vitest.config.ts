import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    name: 'lake',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/fail-on-console-error.ts'],
    pool: 'threads',
    // For tests that hang. No test depends on the speed of the machine: tests order events or move a clock by hand.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: {poll: {timeout: 20_000, interval: 10}},
  },
})
