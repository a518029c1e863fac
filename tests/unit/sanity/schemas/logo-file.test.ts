import sharp from 'sharp'
import {expect, test} from 'vitest'
import {kindOfContent, refusalText, refusedContent, refusedFiles} from '#sanity/schemas/inputs/logo-file.ts'

const file = (name: string, type: string, size = 10) => {
  const made = new File(['x'], name, {type})
  Object.defineProperty(made, 'size', {value: size})
  return made
}
const megabyte = 1024 * 1024
const picture = sharp({create: {width: 8, height: 8, channels: 3, background: 'teal'}})

test('pictures of the named kinds, up to the named size, are accepted', () => {
  for (const [name, type] of [
    ['logo.png', 'image/png'],
    ['logo.jpg', 'image/jpeg'],
    ['logo.svg', 'image/svg+xml'],
  ] as const)
    expect(refusedFiles([file(name, type, 50 * megabyte)]), name).toBeUndefined()
})

test.each([
  ['an iPhone photo', [file('IMG_0001.HEIC', 'image/heic')], /HEIC.*JPEG/],
  ['an iPhone photo that the browser does not know', [file('IMG_0001.heic', '')], /HEIC.*JPEG/],
  ['a PDF', [file('logo.pdf', 'application/pdf')], /Uložte logo jako PNG.*PNG, JPEG, SVG, WebP nebo GIF/],
  ['a file of 53 MB', [file('logo.png', 'image/png', 53 * megabyte)], /má 53 MB, nejvýš může mít 50 MB/],
  ['two files', [file('a.png', 'image/png'), file('b.png', 'image/png')], /jeden soubor/],
])('%s is refused with a sentence that says what to do', (_what, files, sentence) => {
  expect(refusedFiles(files)).toMatch(sentence)
})

test('a HEIC photo is recognized by its content, also when it was renamed', () => {
  const heic = new Uint8Array([
    0,
    0,
    0,
    24,
    ...Buffer.from('ftypheic'),
    0,
    0,
    0,
    0,
    ...Buffer.from('mif1heic'),
  ])
  expect(refusedContent(kindOfContent(heic))).toMatch(/HEIC/)
})

test('a JPEG in colours for print is recognized, and one in colours for screens is not', async () => {
  const print = await picture.clone().toColourspace('cmyk').jpeg().toBuffer()
  expect(kindOfContent(print)).toBe('cmyk')
  expect(kindOfContent(await picture.clone().jpeg().toBuffer())).toBe('other')
  expect(kindOfContent(await picture.clone().png().toBuffer())).toBe('other')
  expect(kindOfContent(print.subarray(0, 6))).toBe('other')
  expect(kindOfContent(new Uint8Array())).toBe('other')
})

test.each([
  [400, 'image/jpeg', /poškozený nebo neúplný/],
  [400, 'image/svg+xml', /Uložte logo jako PNG/],
  [401, 'image/png', /přihlášení vypršelo/],
  [413, 'image/png', /Zmenšete obrázek/],
  [503, 'image/png', /Zkontrolujte připojení/],
  [undefined, 'image/png', /Zkontrolujte připojení/],
])('a refusal with status %s of %s becomes a sentence that says what to do', (statusCode, type, sentence) => {
  const error = Object.assign(new Error('refused'), {statusCode})
  expect(refusalText(error, file('logo', type))).toMatch(sentence)
})
