import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {create} from 'fontkitten'
import sharp from 'sharp'

/** `name` is the font's family name, `file` its path below node_modules. */
export type Font = {name: string; file: string}

/** TrueType files: Pango can't read WOFF. */
const font = (name: string, weight = '800ExtraBold'): Font => ({
  name,
  file: `@expo-google-fonts/${name.toLowerCase().replaceAll(' ', '-')}/${weight}/${name.replaceAll(' ', '')}_${weight}.ttf`,
})

export const siteFont = font('Schibsted Grotesk')
export const siteFontRegular = font('Schibsted Grotesk', '400Regular')

/**
 * To add a script, install its package and name it here. Chinese, Japanese and Korean are left out: each
 * package takes more than 60 MB, and no network has such a name.
 */
export const fontsByScript: readonly Font[] = [
  // Latin, Cyrillic, Greek and Devanagari.
  'Noto Sans',
  'Noto Sans Arabic',
  'Noto Sans Hebrew',
  'Noto Sans Georgian',
  'Noto Sans Armenian',
  'Noto Sans Bengali',
  'Noto Sans Thai',
  'Noto Sans Ethiopic',
  'Noto Sans Symbols',
].map((name) => font(name))

/** Deployments that copy only traced files get these through outputFileTracingIncludes in next.config.js. */
const pathOf = ({file}: Font) => join(process.cwd(), 'node_modules', file)

/** Caches the result of each font. After a failure, the next picture tries again. */
function oncePerFont<Result>(work: (font: Font) => Promise<Result>) {
  const results = new Map<string, Promise<Result>>()
  return (font: Font): Promise<Result> => {
    const known = results.get(font.file)
    if (known) return known
    const result = work(font)
    results.set(font.file, result)
    result.catch(() => results.delete(font.file))
    return result
  }
}

/** The code points that a font has glyphs for. */
export const lettersOf = oncePerFont(async (font): Promise<ReadonlySet<number>> => {
  const file = create(await readFile(pathOf(font)))
  if (file.isCollection) throw new Error(`${font.file} is a collection of fonts, not one.`)
  return new Set(file.characterSet)
})

/** Registers a font with Pango for the life of the process. sharp accepts one font file per text. */
export const loadFont = oncePerFont(async (font) => {
  await sharp({text: {text: '…', font: font.name, fontfile: pathOf(font)}})
    .raw()
    .toBuffer()
})
