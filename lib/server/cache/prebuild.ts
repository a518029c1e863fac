/**
 * Runs before `next build`. Next stores its `previewModeId` in this file and reuses it in builds for two
 * weeks. Browsers that opened a preview before decision 36 still have it as a cookie. So each build gets a
 * new one.
 */
import {rmSync} from 'node:fs'
import {join} from 'node:path'

rmSync(join('.next', 'cache', '.previewinfo'), {force: true})
