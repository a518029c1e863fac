import sharp, {type OverlayOptions} from 'sharp'
import {ogImageSize} from '../../routing/paths.ts'
import {typeset} from '../../typography/typeset.ts'
import {drawableTitle} from './drawable.ts'
import {type Font, load, siteFont, siteFontRegular} from './fonts.ts'

/** `site` and `detail` are words of this site; the title may be in any script. */
export type Picture = {site: string; title: string; detail: string}

/** Those of components/styles/base.css. */
const colours = {
  background: '#eef4f1',
  text: '#15201d',
  muted: '#53615c',
  accent: '#00614f',
  onAccent: '#ffffff',
}

const margin = 72
const label = {top: 84, height: 68, padding: 24}
const titleBox = {width: ogImageSize.width - 2 * margin, height: 290, middle: 336}
const detailMiddle = 545

/** A longer title is cut; one that is too tall at this size is drawn smaller. */
const MOST_LETTERS = 200
const TITLE_SIZE = 80

/** At which a size in points is a size in pixels. */
const DPI = 72

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Style = {fonts: Font[]; weight: string; size: number; colour: string}

/**
 * Text as pixels, cut to its ink. Pango joins and orders letters as their script asks. With a height it is drawn as
 * large as fits; `resolution` tells how large that is.
 */
async function drawText(text: string, {fonts, weight, size, colour}: Style, height?: number) {
  await Promise.all(fonts.map(load))
  const {data, info} = await sharp({
    text: {
      text: `<span foreground="${colour}" insert_hyphens="no">${escapeMarkup(text)}</span>`,
      font: `${fonts.map(({name}) => name).join(', ')} ${weight} ${size}`,
      width: titleBox.width,
      ...(height ? {height} : {dpi: DPI}),
      wrap: 'word-char',
      rgba: true,
    },
  })
    .raw()
    .toBuffer({resolveWithObject: true})
  return {
    input: data,
    raw: {width: info.width, height: info.height, channels: info.channels},
    resolution: info.textAutofitDpi ?? DPI,
  }
}

async function drawTitle(title: string) {
  const {text, fonts} = await drawableTitle(typeset(title))
  if (!text) return undefined
  const letters = [...text]
  const shown = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('').trim()}…` : text
  const style = {fonts, weight: 'Ultra-Bold', size: TITLE_SIZE, colour: colours.text}
  const largest = await drawText(shown, style, titleBox.height)
  const {input, raw} = largest.resolution > DPI ? await drawText(shown, style) : largest
  const startsAtRight = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
  return {input, raw, left: startsAtRight ? ogImageSize.width - margin - raw.width : margin}
}

const rectangle = (width: number, height: number): OverlayOptions['input'] => ({
  create: {width, height, channels: 3, background: colours.accent},
})

/**
 * The picture that stands for a page where a link to it is shared, as PNG. Nothing is fetched: fonts are files of
 * packages, and what no font has is left out.
 */
export async function drawPicture({site, title, detail}: Picture): Promise<Buffer> {
  const [name, titleText, detailText] = await Promise.all([
    drawText(site, {fonts: [siteFont], weight: 'Ultra-Bold', size: 44, colour: colours.onAccent}),
    drawTitle(title),
    drawText(detail, {fonts: [siteFontRegular], weight: 'Regular', size: 36, colour: colours.muted}),
  ])
  const centred = (
    {input, raw}: Pick<Awaited<ReturnType<typeof drawText>>, 'input' | 'raw'>,
    middle: number,
  ) => ({
    input,
    raw,
    top: Math.round(middle - raw.height / 2),
  })
  return sharp({create: {...ogImageSize, channels: 3, background: colours.background}})
    .composite([
      {input: rectangle(ogImageSize.width, 20), left: 0, top: 0},
      {input: rectangle(name.raw.width + 2 * label.padding, label.height), left: margin, top: label.top},
      {...centred(name, label.top + label.height / 2), left: margin + label.padding},
      ...(titleText ? [{...centred(titleText, titleBox.middle), left: titleText.left}] : []),
      {...centred(detailText, detailMiddle), left: margin},
    ])
    .png()
    .toBuffer()
}
