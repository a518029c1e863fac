import {parse} from 'groq-js'

/**
 * Where a query stops making sense, and what is wrong there. groq-js takes back what it tried, and reports where it
 * began to try: often the line of an enclosing bracket. The mistake is at the furthest character that it read. To
 * find it costs a second parse.
 */
export function explainSyntaxError(query: string): {message: string; start: number} {
  const start = backToOperator(query, furthestRead(query))
  const misread = findMisread(query)
  if (misread && misread.start <= start) return misread
  if (start >= query.trimEnd().length) {
    const isOperandMissing = /[=<>!&|+\-*/%([{,:]\s*$/.test(query)
    const message = `unexpected end-of-file${isOperandMissing ? ', expected expression' : ''}`
    return {message, start: query.length}
  }
  const [token] = /^(?:[\p{L}\p{N}_]+|=>|->|&&|\|\||[=!<>]=|\.\.\.?|.)/su.exec(query.slice(start)) ?? []
  return {message: `unexpected ${JSON.stringify(token)}`, start}
}

/** Parses the query from an object that remembers which characters were read. */
function furthestRead(query: string): number {
  let furthest = 0
  const read = (position: number) => {
    furthest = Math.max(furthest, position)
  }
  const recorded = new Proxy(Object(query), {
    get(text, property) {
      if (property === 'slice' || property === 'substring')
        return (start: number, end?: number) => {
          read(start)
          return query[property](start, end)
        }
      if (typeof property === 'string' && /^\d+$/.test(property)) read(Number(property))
      return Reflect.get(text, property)
    },
  })
  try {
    parse(recorded)
  } catch {
    // Expected: the query was refused before.
  }
  return furthest
}

/** groq-js reads one character ahead to tell `=` from `==`. */
function backToOperator(query: string, position: number): number {
  return /[=&|!:]/.test(query[position - 1] ?? '') && /[\s\w"']/.test(query[position] ?? '')
    ? position - 1
    : position
}

/** What groq-js reads on after: a string without its end, and a key without quotes, which it takes for a function. */
function findMisread(query: string): {message: string; start: number} | undefined {
  const parts = query.matchAll(
    /\/\/[^\n]*|"(?:\\[\s\S]|[^"\\])*(?<double>"?)|'(?:\\[\s\S]|[^'\\])*(?<single>'?)|(?<key>[a-zA-Z_]\w*):(?!:)/g,
  )
  for (const {0: text, groups: {double, single, key} = {}, index} of parts) {
    if (key) return {message: `the key ${JSON.stringify(key)} needs quotes`, start: index}
    if (!text.startsWith('/') && !double && !single) return {message: 'unterminated string', start: index}
  }
  return undefined
}
