import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {LOGO_FILE, type LogoSize, logoSize} from '#lib/content/logo-size.ts'
import type {NetworkLink} from '#lib/content/network-link.ts'
import type {LogoRow} from '#lib/content/query-rows.ts'
import type {Text} from '#lib/i18n/localized.ts'

/**
 * Builds Sanity's image URLs. Only path and query are used, because this site serves the logos
 * (app/(site)/images).
 */
const images = createImageUrlBuilder({projectId: 'site', dataset: 'media'})

/** A longer acronym does not fit. */
const MAX_LETTERS = 5

/**
 * The acronym by which a body is known, or its one-word name in capitals ("PICUM"), else the first letter of
 * the name: made-up initials would look like an acronym. The rotation of the background follows from the name.
 */
function monogram(name: string, acronym: string | undefined) {
  const known = [acronym, name].find((each) => each && /^\p{Lu}+$/u.test(each) && each.length <= MAX_LETTERS)
  const [first] = new Intl.Segmenter().segment(name.trim())
  const letters = known ?? first?.segment.toLocaleUpperCase() ?? ''
  const quarterTurns = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4
  return {letters, rotation: quarterTurns * 90}
}

/**
 * The URL of a logo: the editor's crop, with its own proportions. With both a width and a height, the builder
 * would crop to these; `ignoreImageParams` prevents that.
 */
function logoUrl(logo: LogoRow, {rect, isSvg, mayBeAnimated}: LogoSize) {
  const uncropped = images
    .image(logo as SanityImageSource)
    .ignoreImageParams()
    .size(LOGO_FILE.width, LOGO_FILE.height)
    // biome-ignore lint/suspicious/noFocusedTests: an image is made to fit here, no test
    .fit('max')
    .auto('format')
  const image = rect && !isSvg ? uncropped.rect(rect.left, rect.top, rect.width, rect.height) : uncropped
  // First frame only: an animation needs a way to pause it (WCAG 2.2.2), and pages have no script for that.
  const {pathname, search} = new URL((mayBeAnimated ? image.frame(1) : image).url())
  return pathname + search
}

type LogoProps = {logo: LogoRow; size: LogoSize; text: Text | undefined; edit: string | undefined}

function Logo({logo, size, text, edit}: LogoProps) {
  const {rect, isSvg, picture, shown} = size
  const src = logoUrl(logo, size)
  // Sanity never crops SVG files, so the page does.
  if (isSvg && rect) {
    return (
      <svg
        className="mark logo"
        viewBox={`${rect.left} ${rect.top} ${rect.width} ${rect.height}`}
        {...shown}
        data-sanity={edit}
        role={text && 'img'}
        aria-label={text?.text}
        lang={text?.lang}
        aria-hidden={text ? undefined : true}
      >
        <image href={src} {...picture} />
      </svg>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: logos are small and immutable; they need no image optimizer
    <img
      className={isSvg ? 'mark logo drawing' : 'mark logo'}
      src={src}
      data-sanity={edit}
      alt={text?.text ?? ''}
      lang={text?.lang}
      {...shown}
      loading="lazy"
    />
  )
}

/**
 * The logo of a network, or a monogram. The name is printed beside it, so it is decorative unless an editor says
 * that the logo says more.
 */
export function NetworkMark({
  network: {name, logo, logoText, acronym},
  edit,
}: {
  network: Pick<NetworkLink, 'name' | 'logo' | 'logoText' | 'acronym'>
  edit?: string | undefined
}) {
  const size = logoSize(logo)
  if (logo && size) return <Logo logo={logo} size={size} text={logoText} edit={edit} />
  const {letters, rotation} = monogram(name.text, acronym)
  // Five letters are as wide as the square.
  const letterSize = letters.length > 3 ? 'small' : letters.length > 1 ? 'medium' : undefined
  return (
    <svg
      className="mark monogram"
      viewBox="0 0 96 96"
      width={96}
      height={96}
      data-sanity={edit}
      aria-hidden="true"
    >
      <path d="M0 0h96a96 96 0 0 1-96 96z" transform={`rotate(${rotation} 48 48)`} />
      <text x="48" y="50" textAnchor="middle" dominantBaseline="central" className={letterSize}>
        {letters}
      </text>
    </svg>
  )
}
