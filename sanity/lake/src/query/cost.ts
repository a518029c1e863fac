/**
 * Whether a query may cost more than one look at each document. A query with two `*` can compare every
 * document with every other, and nested filters multiply. This scans the text once. It only selects the
 * queue, so a wrong "heavy" costs the query no more than a place in the other queue.
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
