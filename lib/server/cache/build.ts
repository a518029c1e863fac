import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/** For `generateBuildId` in next.config.js: when the build started, before it reads any content. */
export const newBuildId = () => String(Date.now())

/** The id of the build in `.next`. */
export const readBuildId = () => readFileSync(join('.next', 'BUILD_ID'), 'utf8')
