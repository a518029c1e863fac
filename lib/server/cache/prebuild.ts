/**
 * Runs before `next build`. Next keeps its `previewModeId` in this file and uses it for two weeks of builds. A browser that
 * opened a preview on a version of this site before decision 36 still has it as a cookie, so each build gets a new one.
 */
import {rmSync} from 'node:fs'
import {join} from 'node:path'

rmSync(join('.next', 'cache', '.previewinfo'), {force: true})
