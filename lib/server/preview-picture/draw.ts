import sharp, {type OverlayOptions} from 'sharp'
import {ogImageSize} from '../../routing/paths.ts'
import {typeset} from '../../typography/typeset.ts'
import {drawableTitle} from './drawable.ts'
import {type Font, loadFont, siteFont, siteFontRegular} from './fonts.ts'

/** `site` and `detail` are texts of this site. The title may be in any script. */
export type Picture = {site: string; title: string; detail: string}

/** The colours of components/styles/base.css. */
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

/** A longer title is cut. A title that is too tall at TITLE_SIZE is drawn smaller. */
const MAX_LETTERS = 200
const TITLE_SIZE = 80

/** At 72 dpi a point is a pixel. */
const DPI = 72

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Style = {fonts: Font[]; weight: string; size: number; colour: string}

/**
 * Renders text to pixels and trims it to its ink. Pango shapes and orders the letters of every script. With a
 * height, the text is as large as fits; `resolution` is the resulting dpi.
 */
async function drawText(text: string, {fonts, weight, size, colour}: Style, height?: number) {
  await Promise.all(fonts.map(loadFont))
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
  const shown = letters.length > MAX_LETTERS ? `${letters.slice(0, MAX_LETTERS).join('').trim()}…` : text
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
 * The preview picture of a page, as PNG. Nothing is fetched: the fonts are files of npm packages. Letters
 * that no font has are left out.
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
