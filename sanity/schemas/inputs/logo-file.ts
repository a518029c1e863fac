import {t} from '#sanity/i18n/studio-language.ts'

/** The kinds of pictures that browsers, hosted Sanity and the embedded lake all accept. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/svg+xml', 'image/webp', 'image/gif']

/** The limit of the embedded lake. */
const maxMegabytes = 50
const maxBytes = maxMegabytes * 1024 * 1024

export const acceptedLogos = t(
  `PNG, JPEG, SVG, WebP nebo GIF, nejvýš ${maxMegabytes} MB.`,
  `PNG, JPEG, SVG, WebP or GIF, at most ${maxMegabytes} MB.`,
)

const heic = t(
  'Fotka z iPhonu ve formátu HEIC sem nepatří, prohlížeče ji neukážou. Uložte ji jako JPEG (v počítači: otevřít a exportovat) a nahrajte ten.',
  'A HEIC photo from an iPhone can’t be used here, because browsers don’t show it. Save it as JPEG (on a computer: open it and export it) and upload that.',
)
const otherKind = t(
  `Tento druh souboru sem nepatří. Uložte logo jako PNG a nahrajte to. Lze nahrát ${acceptedLogos}`,
  `This kind of file can’t be used here. Save the logo as PNG and upload that. You can upload ${acceptedLogos}`,
)
const severalFiles = t(
  'Sem patří jeden soubor, vložili jste jich víc. Vyberte jen jeden.',
  'There is room for one file here, and you have added several. Choose only one.',
)

const tooLarge = (bytes: number) =>
  t(
    `Soubor má ${Math.ceil(bytes / 1024 / 1024)} MB, nejvýš může mít ${maxMegabytes} MB. Zmenšete obrázek, pro logo stačí šířka 1000 bodů, a nahrajte ho znovu.`,
    `The file has ${Math.ceil(bytes / 1024 / 1024)} MB; at most ${maxMegabytes} MB are allowed. Make the picture smaller, a width of 1000 pixels is enough for a logo, and upload it again.`,
  )

const broken = t(
  'Soubor je poškozený nebo neúplný, obrázek z něj nejde přečíst. Otevřete ho v počítači a uložte jako PNG. Nejde-li otevřít, vyžádejte si ho znovu.',
  'The file is damaged or incomplete, and no picture can be read from it. Open it on a computer and save it as PNG. If it can’t be opened, ask for it again.',
)
const brokenSvg = t(
  'Tuto kresbu SVG nejde přečíst. Uložte logo jako PNG a nahrajte to.',
  'This SVG drawing can’t be read. Save the logo as PNG and upload that.',
)
const noAccess = t(
  'Na nahrávání nemáte právo, nebo přihlášení vypršelo. Načtěte stránku znovu; nepomůže-li to, obraťte se na správce.',
  'You have no permission to upload, or you are no longer signed in. Reload the page; if that does not help, ask the administrator.',
)
const notSent = t(
  'Soubor se nepodařilo odeslat. Zkontrolujte připojení k internetu a nahrajte ho znovu.',
  'The file could not be sent. Check the internet connection and upload it again.',
)

/** Colours for print. Browsers show them differently from the original. */
export const printColours = t(
  'Obrázek má barvy pro tisk (CMYK), na webu mohou vypadat jinak. Zkontrolujte ho v náhledu. Nesedí-li, vyžádejte si logo v barvách RGB, nejlépe PNG nebo SVG.',
  'The picture has colours for print (CMYK), which may look different on the site. Check it in the preview. If they are wrong, ask for the logo in RGB colours, best as PNG or SVG.',
)

const isHeicName = ({name, type}: File) => /^image\/hei[cf]/.test(type) || /\.hei[cf]s?$/i.test(name)

/** Why these files can't be uploaded, as far as name, kind and size tell. Undefined when they can. */
export function refusedFiles(files: File[]): string | undefined {
  const [file] = files
  if (!file) return undefined
  if (files.length > 1) return severalFiles
  if (isHeicName(file)) return heic
  if (!logoTypes.includes(file.type)) return otherKind
  return file.size > maxBytes ? tooLarge(file.size) : undefined
}

/** What the first bytes of a file tell. A phone or a chat program may have renamed the file. */
export function kindOfContent(head: Uint8Array): 'heic' | 'cmyk' | 'other' {
  const text = String.fromCharCode(...head.subarray(0, 16))
  if (/^.{4}ftyp(hei|hev|mif1|msf1)/s.test(text)) return 'heic'
  return text.startsWith('\xff\xd8\xff') && jpegComponents(head) === 4 ? 'cmyk' : 'other'
}

/** The number of colour components, from the frame header: 1 is grey, 3 is RGB, 4 is CMYK. */
function jpegComponents(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return view.getUint8(at + 9)
  }
  return undefined
}

/** Why the file can't be uploaded, as far as its content tells. */
export const refusedContent = (kind: ReturnType<typeof kindOfContent>): string | undefined =>
  kind === 'heic' ? heic : undefined

/** A refusal of the Content Lake, as a sentence. */
export function refusalText(error: unknown, file: File): string {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 401 || status === 403) return noAccess
  if (status === 413) return tooLarge(file.size)
  if (typeof status !== 'number' || status >= 500) return notSent
  return file.type === 'image/svg+xml' ? brokenSvg : broken
}
