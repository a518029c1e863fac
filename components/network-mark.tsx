import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {LOGO_FILE, type LogoSize, logoSize} from '#lib/content/logo-size.ts'
import type {NetworkLink} from '#lib/content/network-link.ts'
import type {LogoRow} from '#lib/content/query-rows.ts'

/** Sanity's form of address; the host it would stand on is left out, as this site serves logos (app/(site)/images). */
const images = createImageUrlBuilder({projectId: 'site', dataset: 'media'})

/** Two letters at most, of the words that say something; the same name always makes the same sign. */
function monogram(name: string) {
  const words = name.split(/[\s(),.–-]+/u).filter((word) => /^\p{Lu}/u.test(word))
  const letters = (words.length > 0 ? words : [name]).slice(0, 2).map((word) => [...word][0] ?? '')
  const turn = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4
  return {letters: letters.join('').toLocaleUpperCase(), turn: turn * 90}
}

/**
 * The address of a logo's file: the part that editors see in the Studio, whole and in its own proportions. Asked for both
 * sides, the builder would cut it to their proportions, hence `ignoreImageParams`.
 */
function addressOf(logo: LogoRow, {rect, isDrawing, mayMove}: LogoSize) {
  const whole = images
    .image(logo as SanityImageSource)
    .ignoreImageParams()
    .size(LOGO_FILE.width, LOGO_FILE.height)
    // biome-ignore lint/suspicious/noFocusedTests: an image is made to fit here, no test
    .fit('max')
    .auto('format')
  const part = rect && !isDrawing ? whole.rect(rect.left, rect.top, rect.width, rect.height) : whole
  // Nothing moves that can't be stopped (WCAG 2.2.2), and no page has a script to stop it.
  const {pathname, search} = new URL((mayMove ? part.frame(1) : part).url())
  return pathname + search
}

function Logo({logo, size}: {logo: LogoRow; size: LogoSize}) {
  const {rect, isDrawing, picture, shown} = size
  const src = addressOf(logo, size)
  // Sanity serves drawings as they are: a crop is made here.
  if (isDrawing && rect) {
    return (
      <svg
        className="mark logo"
        viewBox={`${rect.left} ${rect.top} ${rect.width} ${rect.height}`}
        {...shown}
        aria-hidden="true"
      >
        <image href={src} {...picture} />
      </svg>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: logos are small and immutable; no second image server for them
    <img
      className={isDrawing ? 'mark logo drawing' : 'mark logo'}
      src={src}
      alt=""
      {...shown}
      loading="lazy"
    />
  )
}

/** A network's logo as its editors cropped it or, without one, a monogram. Decorative: the name stands beside it. */
export function NetworkMark({network: {name, logo}}: {network: Pick<NetworkLink, 'name' | 'logo'>}) {
  const size = logoSize(logo)
  if (logo && size) return <Logo logo={logo} size={size} />
  const {letters, turn} = monogram(name.text)
  return (
    <svg className="mark monogram" viewBox="0 0 96 96" width={96} height={96} aria-hidden="true">
      <path d="M0 0h96a96 96 0 0 1-96 96z" transform={`rotate(${turn} 48 48)`} />
      <text x="48" y="62" textAnchor="middle">
        {letters}
      </text>
    </svg>
  )
}
