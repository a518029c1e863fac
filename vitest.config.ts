import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,integration}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/fail-on-console-error.ts'],
    // Vitest would leave one of two processors idle. Threads start in a third of the time of processes.
    pool: 'threads',
    maxWorkers: 2,
    // Some tests of the lake's faults watch the clock; a shared CI machine stalls now and then.
    retry: process.env.CI ? 2 : 0,
  },
})
