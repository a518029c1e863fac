import {readFileSync} from 'node:fs'
import {join} from 'node:path'

function readSecret(): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join('.next', 'prerender-manifest.json'), 'utf8'))
    return manifest.preview.previewModeId
  } catch {
    return undefined
  }
}

/**
 * Next's `previewModeId`. Next takes it as the value of its draft cookie and of `x-prerender-revalidate`, so no answer may
 * ever hold it: it stays in this process. prebuild.ts makes it new for each build. Undefined in `next dev`, which takes
 * any value for it.
 */
export const buildSecret = readSecret()
