import {fileURLToPath} from 'node:url'
import {type Browser, test} from '@playwright/test'
import sharp from 'sharp'

/** One page of each kind, in either language. */
const pages = {
  landing: '/en/our-membership',
  group: '/cs/nase-clenstvi/ceske-site',
  network: '/en/our-membership/czech-networks/consortium',
  overview: '/cs/nase-clenstvi/prehled',
  timeline: '/en/our-membership/timeline',
  relations: '/cs/nase-clenstvi/vztahy',
  accessibility: '/en/accessibility',
  'not-found': '/cs/nase-clenstvi/nic',
}
const HEIGHT = 1600
const GAP = 40
const views = [
  {width: 1200, colorScheme: 'light'},
  {width: 1200, colorScheme: 'dark'},
  {width: 360, colorScheme: 'light'},
  {width: 360, colorScheme: 'dark'},
] as const

async function picture(browser: Browser, address: string, view: (typeof views)[number]) {
  const viewport = {width: view.width, height: HEIGHT}
  const page = await browser.newPage({viewport, colorScheme: view.colorScheme})
  await page.goto(address, {waitUntil: 'networkidle'})
  const png = await page.screenshot({animations: 'disabled'})
  await page.close()
  return png
}

for (const [name, path] of Object.entries(pages)) {
  test(`pictures of the pages: ${name}`, async ({browser, baseURL}) => {
    const panels = []
    let left = 0
    for (const view of views) {
      panels.push({input: await picture(browser, `${baseURL}${path}`, view), left, top: 0})
      left += view.width + GAP
    }
    const size = {width: left - GAP, height: HEIGHT, channels: 3, background: '#888'} as const
    const side = await sharp({create: size}).composite(panels).png().toBuffer()
    await sharp(side)
      .resize({width: 1800})
      .webp({quality: 70, effort: 6})
      .toFile(fileURLToPath(new URL(`${name}.webp`, import.meta.url)))
  })
}
