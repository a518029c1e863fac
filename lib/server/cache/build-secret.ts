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
 * Next's `previewModeId`. Next accepts it as the value of its draft cookie and of `x-prerender-revalidate`,
 * so it must never leave this process: no response may contain it. Undefined in `next dev`, which accepts any
 * value.
 */
export const buildSecret = readSecret()
