import {renderToStaticMarkup} from 'react-dom/server'
import sharp from 'sharp'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {NetworkMark} from '#components/network-mark.tsx'
import type {LogoRow} from '#lib/content/query-rows.ts'
import {lakeForTests} from '#sanity/lake/tests/lake-for-tests.ts'
import {block, blue, green, red} from '#sanity/lake/tests/pictures.ts'

const lake = lakeForTests()

/** The route reads its configuration at import, so each test imports it with its own environment. */
async function GET(request: Request): Promise<Response> {
  vi.resetModules()
  const route = await import('#app/(site)/images/site/media/[file]/route.ts')
  return route.GET(request)
}

beforeEach(() => {
  vi.stubEnv('LAKE_PORT', new URL(lake.url).port)
  vi.stubEnv('NEXT_PUBLIC_SANITY_PROJECT_ID', '')
})
afterEach(() => vi.unstubAllEnvs())

/** Red, green and blue side by side, a third of the width each. */
async function thirds(width: number, height: number) {
  const [left, right] = [Math.round(width / 3), Math.round((width * 2) / 3)]
  return sharp(await block(green, width, height))
    .composite([
      {input: await block(red, left, height), left: 0, top: 0},
      {input: await block(blue, width - right, height), left: right, top: 0},
    ])
    .png()
    .toBuffer()
}

const upload = async (bytes: Buffer, rest: Partial<LogoRow> = {}): Promise<LogoRow> => ({
  asset: {_ref: (await lake.client.assets.upload('image', bytes))._id},
  ...rest,
})

const markOf = (logo: LogoRow) =>
  renderToStaticMarkup(<NetworkMark network={{name: {text: 'Made up'}, logo}} />)

const numberIn = (html: string, name: string) => Number(html.match(new RegExp(` ${name}="(\\d+)"`))?.[1])

/** Renders a logo and fetches its file through the site's own route. */
async function fetchLogo(logo: LogoRow, accept = 'image/png') {
  const html = markOf(logo)
  const address = html.match(/(?:src|href)="([^"]+)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const response = await GET(new Request(`http://localhost${address}`, {headers: {accept}}))
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.status, bytes.toString().slice(0, 80)]).toEqual([200, expect.any(String)])
  return {html, address, bytes, type: response.headers.get('content-type')}
}

async function picture(logo: LogoRow) {
  const {html, bytes} = await fetchLogo(logo)
  const {data, info} = await sharp(bytes).removeAlpha().raw().toBuffer({resolveWithObject: true})
  const at = (x: number) => {
    const offset = (Math.floor(info.height / 2) * info.width + Math.floor(x * (info.width - 1))) * 3
    return [...data.subarray(offset, offset + 3)]
  }
  return {
    file: [info.width, info.height],
    attributes: [numberIn(html, 'width'), numberIn(html, 'height')],
    colours: [at(0.02), at(0.5), at(0.98)],
  }
}

test.each([
  ['a wide wordmark', [720, 180], [384, 96], [192, 48]],
  ['a tall logo', [100, 900], [21, 192], [11, 96]],
  ['a square one', [600, 600], [192, 192], [96, 96]],
  ['one of two to one', [400, 200], [384, 192], [192, 96]],
  ['a tiny one, which is not enlarged', [12, 12], [12, 12], [12, 12]],
])('%s is served uncropped, with its proportions', async (_, [width = 0, height = 0], file, attributes) => {
  const hotspot = {x: 1, y: 0, width: 0.1, height: 0.1}
  for (const rest of [{}, {hotspot}]) {
    const seen = await picture(await upload(await thirds(width, height), rest))
    expect(seen).toEqual({file, attributes, colours: [red, green, blue]})
  }
})

test.each([
  ['left third', {left: 0, right: 2 / 3, top: 0, bottom: 0}, [240, 180], [128, 96], [red, red, red]],
  [
    'right two thirds',
    {left: 1 / 3, right: 0, top: 0, bottom: 0},
    [384, 144],
    [192, 72],
    [green, undefined, blue],
  ],
  ['lower half', {left: 0, right: 0, top: 0.5, bottom: 0}, [384, 48], [192, 24], [red, green, blue]],
])('visitors get a crop to the %s', async (_, crop, file, attributes, colours) => {
  // The hotspot is at an edge that is cut off.
  const hotspot = {x: 0.5, y: 0, width: 0.2, height: 0.1}
  const seen = await picture(await upload(await thirds(720, 180), {crop, hotspot}))
  expect([seen.file, seen.attributes]).toEqual([file, attributes])
  for (const [index, colour] of colours.entries()) if (colour) expect(seen.colours[index]).toEqual(colour)
})

test.each([
  ['leaves no height', {left: 0, right: 0, top: 0.5, bottom: 0.5}],
  ['leaves no width', {left: 0.7, right: 0.7, top: 0, bottom: 0}],
  ['reaches outside', {left: -0.2, right: 0, top: 0, bottom: 0}],
  ['is not made of numbers', {left: Number.NaN, right: 0, top: 0, bottom: 0}],
  ['leaves less than a pixel', {left: 0.5, right: 0.4999, top: 0, bottom: 0}],
  ['is empty', {left: null, right: null, top: null, bottom: null}],
])('a crop that %s is ignored', async (_, crop) => {
  const seen = await picture(await upload(await thirds(720, 180), {crop}))
  expect(seen).toEqual({file: [384, 96], attributes: [192, 48], colours: [red, green, blue]})
})

test('an animated logo shows its first frame, and a transparent one stays transparent', async () => {
  const frames = await Promise.all([red, green].map((colour) => block(colour, 40, 40)))
  const gif = await sharp(frames, {join: {animated: true}})
    .gif({delay: [100, 100]})
    .toBuffer()
  const still = await fetchLogo(await upload(gif), 'image/webp')
  expect(still.address).toContain('frame=1')
  expect((await sharp(still.bytes).metadata()).pages ?? 1).toBe(1)

  const clear = sharp({
    create: {width: 60, height: 30, channels: 4, background: {r: 255, g: 0, b: 0, alpha: 0}},
  })
  const {bytes} = await fetchLogo(await upload(await clear.png().toBuffer()))
  expect((await sharp(bytes).stats()).isOpaque).toBe(false)
})

test('an SVG is served unchanged, as large as its box, and the page crops it', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="#f00"/></svg>',
  )
  const uncropped = await fetchLogo(await upload(svg))
  expect(uncropped.html).toContain('class="mark logo drawing"')
  expect([numberIn(uncropped.html, 'width'), numberIn(uncropped.html, 'height')]).toEqual([192, 48])

  const crop = {left: 0.5, right: 0.25, top: 0, bottom: 0}
  const cropped = await fetchLogo(await upload(svg, {crop}))
  expect(cropped.address).not.toContain('rect')
  expect(cropped.html).toContain('viewBox="20 0 10 10" width="96" height="96"')
  expect(cropped.html).toMatch(/<image href="[^"]+" width="40" height="10"/)
})

test.each(['w=192&h=192&fit=max', 'w=384&h=192', 'w=384&h=192&fit=crop', 'w=4000&h=192&fit=max', ''])(
  'any other size is refused: %s',
  async (search) => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined)
    const {asset} = await upload(await thirds(30, 30))
    const file = asset?._ref?.replace(/^image-(.*)-(\w+)$/, '$1.$2')
    const response = await GET(new Request(`http://localhost/images/site/media/${file}?${search}`))
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('w=384, h=192 and fit=max')
  },
)
