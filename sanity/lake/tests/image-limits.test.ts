import {beforeAll, describe, expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'
import {quarters} from './pictures.ts'

const lake = lakeForTests()

let url: string
beforeAll(async () => {
  url = (await lake.client.assets.upload('image', await quarters())).url
})

const statusAndMessage = async (search: string) => {
  const response = await fetch(`${url}?${search}`)
  return {status: response.status, message: response.ok ? '' : (await response.json()).message}
}

describe('an image that would be too large', () => {
  it('after dpr and pad is refused with the limit', async () => {
    const {status, message} = await statusAndMessage('pad=1000&w=8192&dpr=3&bg=fff&fm=avif&q=100')
    expect([status, message]).toEqual([400, expect.stringContaining('10192x6096. At most 10 megapixels')])
  })

  it('is refused for each fit, before a pixel is computed', async () => {
    for (const search of [
      'w=8000&h=8000&fit=crop',
      'w=8000&h=8000&fit=crop&crop=focalpoint',
      'w=8000&h=8000&fit=fill',
      'w=8000&h=8000&fit=fillmax',
      'w=8000&h=8000&fit=scale',
      'h=8000',
      'or=90&w=8000',
      'w=10&h=8000&fit=crop&crop=focalpoint&rect=0,0,80,1',
    ])
      expect(await statusAndMessage(search), search).toMatchObject({status: 400})
  })
})

describe('an SVG', () => {
  const svg = (content: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${content}</svg>`)
  const upload = (bytes: Buffer) => lake.client.assets.upload('image', bytes, {filename: 'a.svg'})

  it('that repeats its parts inside each other is refused at once', async () => {
    const levels = Array.from(
      {length: 8},
      (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`,
    )
    const bomb = `<defs><rect id="a0" width="1" height="1"/>${levels.join('')}</defs><use href="#a8"/>`
    await expect(upload(svg(bomb))).rejects.toThrow('draws more than')
  })

  it('that uses a symbol a hundred times is accepted', async () => {
    const symbol = '<defs><g id="i"><rect width="9" height="9"/></g></defs>'
    expect(await upload(svg(symbol + '<use href="#i"/>'.repeat(100)))).toMatchObject({extension: 'svg'})
  })
})
