export type Link = {text: string; href: string}
export type Marks = {strong?: boolean; em?: boolean; link?: Link | undefined}

const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** `del` is text that its author has deleted, for example in a document with tracked changes. */
const withoutText = new Set(
  'audio button canvas del head iframe img input link meta noscript object option script select style svg template textarea title video xml'.split(
    ' ',
  ),
)

const styleOf = (element: HTMLElement) => element.getAttribute('style') ?? ''

export const isBlock = ({localName}: HTMLElement) => blocks.has(localName)

/** Also the bullets and numbers that Word writes as text in front of an item. */
export const isHidden = (element: HTMLElement) =>
  withoutText.has(element.localName) ||
  element.hidden ||
  element.getAttribute('aria-hidden') === 'true' ||
  /mso-list:\s*ignore|mso-hide:\s*all|display:\s*none/i.test(styleOf(element))

/** Word Online marks headings by their role, Word a title by its class. */
export const isHeading = (element: HTMLElement) =>
  /^h[1-6]$/.test(element.localName) ||
  element.getAttribute('role') === 'heading' ||
  /^Mso(Sub)?[Tt]itle$/.test(element.className)

/** A table of one column arranges a page or an e-mail. */
export const isLayout = (table: HTMLElement) =>
  [...(table as HTMLTableElement).rows].every(({cells}) => cells.length < 2)

/** Word writes the level of a list's item into the style of a paragraph, Word Online into an attribute. */
export function listLevel(element: HTMLElement): number | undefined {
  const level =
    /mso-list:\s*l\d+\s+level(\d+)/i.exec(styleOf(element))?.[1] ?? element.getAttribute('data-aria-level')
  return level ? Math.max(1, Number.parseInt(level, 10)) : undefined
}

/** Word writes the number as text before the item. */
export function isNumbered(item: HTMLElement): boolean {
  const marker = [...item.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*ignore/i.test(styleOf(span)),
  )
  return item.parentElement?.localName === 'ol' || /^\s*\(?[\p{L}\d]+[.)]/u.test(marker?.textContent ?? '')
}

/** Copies from browsers and from Google Docs say "bold" by style. There, `<b>` may stand around normal text. */
function isStrong(element: HTMLElement, outer: boolean): boolean {
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(styleOf(element))?.[1]?.toLowerCase()
  if (weight && weight !== 'inherit') return weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600
  return outer || element.localName === 'b' || element.localName === 'strong'
}

function isEmphasized(element: HTMLElement, outer: boolean): boolean {
  const style = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(styleOf(element))?.[1]?.toLowerCase()
  if (style && style !== 'inherit') return style === 'italic' || style === 'oblique'
  return outer || element.localName === 'i' || element.localName === 'em'
}

/** The marks of the text in an element. */
export function markedBy(element: HTMLElement, outer: Marks & {kind?: string}): Marks {
  const href = element.localName === 'a' ? element.getAttribute('href')?.trim() : undefined
  return {
    // Headings are bold as a whole.
    strong: outer.kind !== 'heading' && isStrong(element, outer.strong === true),
    em: isEmphasized(element, outer.em === true),
    link: href ? {href, text: (element.textContent ?? '').replace(/\s+/g, ' ').trim()} : outer.link,
  }
}
