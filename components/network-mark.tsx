import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {LOGO_FILE_SIZE, LOGO_SIZE} from '#lib/logo-size.ts'
import type {NetworkLink} from '#lib/views/network-link.ts'

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
 * A network's logo as its editors cropped it or, without one, a monogram. Decorative: the name stands beside it.
 * Twice the size it is shown at, for sharp screens.
 */
export function NetworkMark({network: {name, logo}}: {network: Pick<NetworkLink, 'name' | 'logo'>}) {
  if (logo) {
    const {pathname, search} = new URL(
      images
        .image(logo as SanityImageSource)
        .width(LOGO_FILE_SIZE)
        .height(LOGO_FILE_SIZE)
        // biome-ignore lint/suspicious/noFocusedTests: an image is made to fit here, no test
        .fit('max')
        .auto('format')
        .url(),
    )
    return (
      // biome-ignore lint/performance/noImgElement: logos are small and immutable; no second image server for them
      <img
        className="mark logo"
        src={pathname + search}
        alt=""
        width={LOGO_SIZE}
        height={LOGO_SIZE}
        loading="lazy"
      />
    )
  }
  const {letters, turn} = monogram(name.text)
  return (
    <svg
      className="mark monogram"
      viewBox="0 0 96 96"
      width={LOGO_SIZE}
      height={LOGO_SIZE}
      aria-hidden="true"
    >
      <path d="M0 0h96a96 96 0 0 1-96 96z" transform={`rotate(${turn} 48 48)`} />
      <text x="48" y="62" textAnchor="middle">
        {letters}
      </text>
    </svg>
  )
}
