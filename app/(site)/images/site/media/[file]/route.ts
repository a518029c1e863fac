import {LOGO_FILE} from '#lib/content/logo-size.ts'
import {config} from '#lib/server/config.ts'
import {apiRoute} from '#lib/server/http/api-route.ts'

const imageFile = /^[a-f0-9]{40}-\d{1,5}x\d{1,5}\.(png|jpe?g|webp|avif|gif|svg)$/
/** Content types that this route passes on. `nosniff` prevents browsers from detecting another type. */
const allowedTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml']
/** Parameters that our own pages use (components/network-mark.tsx). */
const parameters = ['rect', 'w', 'h', 'fit', 'auto', 'frame']

/**
 * Proxies images of the Content Lake, so that visitors' browsers contact this site only. An image's name is a
 * hash of its content, so caches may keep it forever.
 */
async function image(request: Request) {
  const {pathname, searchParams} = new URL(request.url)
  const file = pathname.split('/').at(-1) ?? ''
  if (!imageFile.test(file)) return new Response('No such image', {status: 404})
  const {width, height} = LOGO_FILE
  // One size only: each variant of an image costs the Content Lake a computation.
  if (
    searchParams.get('w') !== String(width) ||
    searchParams.get('h') !== String(height) ||
    searchParams.get('fit') !== 'max'
  ) {
    return new Response(`Images need the parameters w=${width}, h=${height} and fit=max.`, {status: 400})
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
  if (!allowedTypes.includes(type)) {
    await answer.body?.cancel()
    return new Response('The image store sent something that is not an image', {status: 502})
  }
  return new Response(answer.body, {
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': type,
      // An SVG opened as a document could run scripts. `attachment` makes browsers download it; in an <img>
      // they ignore the header. The policy in lib/server/http/security-headers.ts would block the scripts as
      // well.
      ...(type === 'image/svg+xml' && {'content-disposition': 'attachment'}),
      'x-content-type-options': 'nosniff',
      vary: 'accept',
    },
  })
}

export const GET = apiRoute({name: 'images', callsPerMinute: 600, quiet: true}, image)
