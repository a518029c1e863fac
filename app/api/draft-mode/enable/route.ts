import {defineEnableDraftMode} from 'next-sanity/draft-mode'
import {client} from '#sanity/client.ts'
import {readToken} from '#sanity/token.ts'

const enable = readToken ? defineEnableDraftMode({client: client.withConfig({token: readToken})}) : undefined

/** The Presentation tool opens this with a secret that it wrote to the dataset a moment ago. */
export async function GET(request: Request) {
  if (!enable) {
    return Response.json({message: 'SANITY_API_READ_TOKEN is not set: drafts stay closed.'}, {status: 503})
  }
  return enable.GET(request)
}
