/** An SVG that draws more elements than this is refused. librsvg can't be stopped while it draws. */
const maxElements = 20_000

/**
 * Counts what `<use>`, patterns, masks and filters repeat: a small file can repeat parts of itself inside each
 * other, and draw billions of elements. Reads tags only, so a reference in a comment counts too.
 * @throws when an SVG would draw too much.
 */
export function requireSmallSvg(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (!head.includes('<svg')) return
  const {root, byId} = referencesOf(Buffer.from(bytes).toString('utf8'))
  const counts = new Map<string, number>()
  const count = (node: Content): number =>
    node.references.reduce((sum, id) => Math.min(maxElements + 1, sum + countId(id)), node.elements)
  const countId = (id: string): number => {
    const known = counts.get(id)
    if (known !== undefined) return known
    // A reference to an element around it draws nothing.
    counts.set(id, 0)
    const node = byId.get(id)
    const total = node ? count(node) : 0
    counts.set(id, total)
    return total
  }
  if (count(root) > maxElements) throw new Error(`The SVG draws more than ${maxElements} elements`)
}

/** What an element contains: itself and the elements in it, and the ids that they refer to. */
type Content = {elements: number; references: string[]}

function referencesOf(text: string): {root: Content; byId: Map<string, Content>} {
  const root: Content = {elements: 0, references: []}
  const byId = new Map<string, Content>()
  // The enclosing elements; those without an id have none of their own.
  const open: (Content | undefined)[] = []
  for (const [tag, slash] of text.matchAll(/<(\/?)[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/g)) {
    if (slash) {
      open.pop()
      continue
    }
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(tag)?.[1]
    const own: Content | undefined = id === undefined ? undefined : {elements: 0, references: []}
    if (id !== undefined && own && !byId.has(id)) byId.set(id, own)
    const references = [...tag.matchAll(/(?:href\s*=\s*["']|url\(\s*["']?)#([^"')\s]+)/g)].map((match) =>
      String(match[1]),
    )
    for (const content of new Set([root, own, ...open])) {
      if (!content) continue
      content.elements += 1
      content.references.push(...references)
    }
    if (!tag.endsWith('/>')) open.push(own)
  }
  return {root, byId}
}
