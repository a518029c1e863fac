import {defineConfig} from 'vitest/config'

/** Apart from the other tests, since it installs packages. */
export default defineConfig({test: {include: ['pack/**/*.test.ts']}})
