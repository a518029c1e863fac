import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import type {NetworkLink} from '#lib/views/network-link.ts'

/** Sanity's form of address; the host it would stand on is left out, as this site serves logos (app/(site)/images). */
const images = createImageUrlBuilder({projectId: 'site', dataset: 'media'})

const SIZE = 96

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
        .width(SIZE * 2)
        .height(SIZE * 2)
        // biome-ignore lint/suspicious/noFocusedTests: an image is made to fit here, no test
        .fit('max')
        .auto('format')
        .url(),
    )
    return (
      // biome-ignore lint/performance/noImgElement: logos are small and immutable; no second image server for them
      <img className="mark logo" src={pathname + search} alt="" width={SIZE} height={SIZE} loading="lazy" />
    )
  }
  const {letters, turn} = monogram(name.text)
  return (
    <svg className="mark monogram" viewBox="0 0 96 96" width={SIZE} height={SIZE} aria-hidden="true">
      <path d="M0 0h96a96 96 0 0 1-96 96z" transform={`rotate(${turn} 48 48)`} />
      <text x="48" y="62" textAnchor="middle">
        {letters}
      </text>
    </svg>
  )
}
