import {Parser} from 'htmlparser2'

/** Types of a `script` element that browsers don't execute: data blocks (HTML standard, section 4.12.1). */
const isDataBlock = (type: string | undefined) =>
  type === 'speculationrules' || (type?.endsWith('json') ?? false)

const loadsScript = ({rel, as}: Record<string, string>) =>
  rel === 'modulepreload' || (rel === 'preload' && as === 'script')

/**
 * Removes executable scripts and script preloads from a page. JSON-LD and speculation rules stay. A real
 * parser gives the ranges to cut; every other byte is copied.
 */
export function stripScripts(html: string): string {
  const cuts: [start: number, end: number][] = []
  let scriptStart = -1
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && !isDataBlock(attributes.type)) scriptStart = parser.startIndex
      if (name === 'link' && loadsScript(attributes)) cuts.push([parser.startIndex, parser.endIndex + 1])
    },
    onclosetag(name) {
      if (name !== 'script' || scriptStart < 0) return
      cuts.push([scriptStart, parser.endIndex + 1])
      scriptStart = -1
    },
  })
  parser.end(html)

  let kept = ''
  let position = 0
  for (const [start, end] of cuts) {
    kept += html.slice(position, start)
    position = end
  }
  return kept + html.slice(position)
}
