/**
 * Whether a query may cost more than one look at each document: one that speaks of `*` twice can compare
 * every document with every other, and filters within filters multiply. Read off the text, in one pass: it
 * only decides which queue a query waits in, so taking a harmless one for heavy costs it nothing but that.
 */
export function mayBeHeavy(query: string): boolean {
  let stars = 0
  let depth = 0
  for (const [token] of query.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[*[\]]/g)) {
    if (token === '*') stars += 1
    else if (token === '[') depth += 1
    else if (token === ']') depth -= 1
    if (stars > 1 || depth > 2) return true
  }
  return false
}
