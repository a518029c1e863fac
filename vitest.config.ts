import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/{unit,integration}/**/*.test.{ts,tsx}'],
          setupFiles: ['sanity/lake/tests/fail-on-console-error.ts'],
        },
      },
      'sanity/lake',
    ],
    // Vitest would leave one of two processors idle. Threads start in a third of the time of processes.
    pool: 'threads',
    maxWorkers: 2,
    // For what hangs. No test depends on the machine's pace: they order events, or move a clock by hand.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: {poll: {timeout: 20_000, interval: 10}},
  },
})
