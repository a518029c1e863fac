import {readFileSync} from 'node:fs'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {lake} from './lake.ts'
import {raw} from './raw-request.ts'

/** Next's secret for draft mode and on-demand revalidation. It must never reach a browser. */
export const nextSecret: string = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')).preview
  .previewModeId

export const enablePath = (secret: string, pathname = '/en') =>
  `/api/draft-mode/enable?${new URLSearchParams({'sanity-preview-secret': secret, 'sanity-preview-pathname': pathname, 'sanity-preview-perspective': 'drafts'})}`

/** Opens a preview with these cookies. Returns the cookies that the browser has afterwards. */
export async function enterPreview(secret: string, cookie = ''): Promise<string> {
  const {status, headers} = await raw(enablePath(secret), {headers: cookie ? {cookie} : {}})
  if (status !== 307) throw new Error(`The preview was not opened: ${status}`)
  return (headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
}

/** Creates a secret as the Presentation tool does, and opens a preview with it. */
export async function studioPreview() {
  const {secret} = await createPreviewSecret(lake, 'test', 'http://localhost/studio')
  return {secret, cookie: await enterPreview(secret)}
}
