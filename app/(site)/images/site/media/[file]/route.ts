import {LOGO_FILE} from '#lib/content/logo-size.ts'
import {config} from '#lib/server/config.ts'
import {apiRoute} from '#lib/server/http/api-route.ts'

const imageFile = /^[a-f0-9]{40}-\d{1,5}x\d{1,5}\.(png|jpe?g|webp|avif|gif|svg)$/
/** What a browser may be handed as coming from this site. `nosniff` keeps it from seeing anything else in the bytes. */
const types = ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml']
/** What our own pages ask for (components/network-mark.tsx). */
const parameters = ['rect', 'w', 'h', 'fit', 'auto', 'frame']

/**
 * Images of the content store under this site's own address, so that visitors' browsers talk to nobody else. An
 * image's name is made of its bytes: what was once answered stays right for ever, and caches may keep it.
 */
async function image(request: Request) {
  const {pathname, searchParams} = new URL(request.url)
  const file = pathname.split('/').at(-1) ?? ''
  if (!imageFile.test(file)) return new Response('No such image', {status: 404})
  const {width, height} = LOGO_FILE
  // One size, and never enlarged to it: each form of an image costs the content store a computation.
  if (
    searchParams.get('w') !== String(width) ||
    searchParams.get('h') !== String(height) ||
    searchParams.get('fit') !== 'max'
  ) {
    return new Response(`Images are asked for with w=${width}, h=${height} and fit=max here.`, {status: 400})
  }
  const {projectId, dataset, lakeUrl} = config
  const source = new URL(`/images/${projectId}/${dataset}/${file}`, lakeUrl ?? 'https://cdn.sanity.io')
  for (const name of parameters) {
    const value = searchParams.get(name)
    if (value) source.searchParams.set(name, value)
  }
  const accept = request.headers.get('accept')
  const answer = await fetch(source, {
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
    ...(accept && {headers: {accept}}),
  }).catch(() => undefined)
  if (!answer) return new Response('The image store does not answer', {status: 502})
  if (!answer.ok) {
    await answer.body?.cancel()
    const message = answer.status < 500 ? 'No such image' : 'The image store can’t make this image'
    return new Response(message, {status: answer.status, headers: {'cache-control': 'no-store'}})
  }
  const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) {
    await answer.body?.cancel()
    return new Response('The image store sent something that is no image', {status: 502})
  }
  return new Response(answer.body, {
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': type,
      // Opened by itself a drawing is a document, and could run scripts. Saved to disk it is none of this site; in an
      // <img> browsers ignore this header. The policy of lib/server/http/security-headers.ts would stop the scripts as well.
      ...(type === 'image/svg+xml' && {'content-disposition': 'attachment'}),
      'x-content-type-options': 'nosniff',
      vary: 'accept',
    },
  })
}

export const GET = apiRoute({name: 'images', callsPerMinute: 600, quiet: true}, image)
