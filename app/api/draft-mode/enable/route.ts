import {
  urlSearchParamPreviewPathname,
  urlSearchParamPreviewSecret,
} from '@sanity/preview-url-secret/constants'
import {defineEnableDraftMode} from 'next-sanity/draft-mode'
import {apiRoute} from '#lib/api-route.ts'
import {client} from '#sanity/client.ts'
import {isExpiredShare, limitDraftMode} from '#sanity/presentation/preview-access.ts'
import {readToken} from '#sanity/token.ts'

const reader = readToken ? client.withConfig({token: readToken}) : undefined
const enable = reader && defineEnableDraftMode({client: reader})

/** `/..//host` is a path when it is read and another host when a browser is sent there. */
function staysHere(path: string | null) {
  const url = path === null ? null : URL.parse(path, 'http://localhost')
  return path === null || (url?.origin === 'http://localhost' && !url.pathname.startsWith('//'))
}

/**
 * The Presentation tool opens this with a secret that it wrote to the dataset a moment ago; a colleague with the
 * secret of a link that was shared from there.
 */
async function enableDraftMode(request: Request) {
  if (!enable) {
    return Response.json({message: 'SANITY_API_READ_TOKEN is not set: drafts stay closed.'}, {status: 503})
  }
  const {searchParams} = new URL(request.url)
  if (!staysHere(searchParams.get(urlSearchParamPreviewPathname))) {
    return Response.json({message: 'A preview shows pages of this site only.'}, {status: 400})
  }
  const secret = searchParams.get(urlSearchParamPreviewSecret)
  if (secret && (await isExpiredShare(reader, secret))) {
    const message =
      'Platnost odkazu na náhled skončila: požádejte o nový (v náhledu sdílení vypnout a zase zapnout). / ' +
      'This preview link has expired: ask for a new one (in the preview, turn sharing off and on again).'
    return Response.json({message}, {status: 410})
  }
  try {
    // Answers by throwing a redirect.
    return await enable.GET(request)
  } finally {
    await limitDraftMode()
  }
}

/** Each call with a secret asks the CMS with the token. */
export const GET = apiRoute({name: 'draft-mode/enable', callsPerMinute: 120}, enableDraftMode)
