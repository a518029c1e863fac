import {defineConfig} from 'vitest/config'

/** Not part of `npm test`, since it installs packages. */
export default defineConfig({test: {include: ['pack/**/*.test.ts']}})
