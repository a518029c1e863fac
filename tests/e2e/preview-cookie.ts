import {readFileSync} from 'node:fs'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {lake} from './lake.ts'
import {raw} from './raw.ts'

/** What Next knows its draft mode and its renewals by. No browser may ever get it. */
export const nextsSecret: string = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')).preview
  .previewModeId

export const enablePath = (secret: string, pathname = '/en') =>
  `/api/draft-mode/enable?${new URLSearchParams({'sanity-preview-secret': secret, 'sanity-preview-pathname': pathname, 'sanity-preview-perspective': 'drafts'})}`

/** Enters a preview as a browser does that brings these cookies; gives back those it has then. */
export async function enterPreview(secret: string, cookie = ''): Promise<string> {
  const {status, headers} = await raw(enablePath(secret), {headers: cookie ? {cookie} : {}})
  if (status !== 307) throw new Error(`The preview was not opened: ${status}`)
  return (headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
}

/** A secret as the Presentation tool makes one, and the cookies of a preview opened with it. */
export async function studioPreview() {
  const {secret} = await createPreviewSecret(lake, 'test', 'http://localhost/studio')
  return {secret, cookie: await enterPreview(secret)}
}
