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
    // By default Vitest leaves one of two processors idle. A thread starts in a third of the time of a
    // process.
    pool: 'threads',
    maxWorkers: 2,
    // Only a hanging test reaches this. No test depends on speed: tests wait for events or set a fake clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: {poll: {timeout: 20_000, interval: 10}},
  },
})
