import {describe, expect, test} from 'vitest'
import {findTimeBoundWord} from '#sanity/schemas/validation/time-bound-words.ts'
import {facts} from './facts.ts'
import {applyCorrections, plainText, runGroq, sourceText} from './seed.ts'

const rows = Object.entries(facts).flatMap(([network, its]) => its.map((fact) => ({network, ...fact})))

/** The network, with SIMI's membership according to the source text. */
const withMembership = `*[_id == $network][0]{
  ...,
  "membership": *[_type == "membership" && network._ref == $network && $source in sources[]._ref][0]
}`

describe('every fact of the source text', () => {
  test.each(rows)('$network: $text', async ({network, text, data, body = text}) => {
    expect(sourceText).toContain(text)
    const params = {network, text, source: 'source-seed-czech-networks'}
    if (data) expect(await runGroq(`${withMembership}{"holds": ${data}}.holds`, params), data).toBe(true)
    if (typeof body === 'string') {
      expect(plainText(await runGroq('*[_id == $network][0].body.en', params))).toContain(body)
    }
  })

  test('is in the table of facts: every sentence has at least one', () => {
    const sentences = sourceText
      .split(/\n+|(?<=\.) /)
      // Leave out the titles of the page and of its section.
      .filter((sentence) => sentence && sentence !== 'Czech networks' && sentence !== 'Our membership')
    expect(sentences).toHaveLength(21)
    expect(sentences.filter((sentence) => !rows.some(({text}) => sentence.includes(text)))).toEqual([])
  })
})

describe.each(Object.keys(facts))('%s', (network) => {
  const read = (path: string) => runGroq(`*[_id == $network][0]${path}`, {network})

  test('keeps the source text verbatim', async () => {
    const paragraphs: string = await read('.sourceText.text')
    expect(sourceText).toContain(paragraphs)
  })

  test('has an English text equal to the source text with the logged corrections', async () => {
    const {sourceText: original, corrections, body} = await read('')
    expect(applyCorrections(original.text, corrections)).toBe(plainText(body.en))
  })

  test('has no time-bound word in either language', async () => {
    const {body, summary} = await read('')
    for (const text of [plainText(body.cs), plainText(body.en), summary.cs, summary.en]) {
      expect(findTimeBoundWord(text)).toBeUndefined()
    }
  })

  test('has a Czech text with as many paragraphs and Czech typography', async () => {
    const {body} = await read('')
    expect(body.cs).toHaveLength(body.en.length)
    // No break after a one-letter word, and Czech quotation marks „…“.
    expect(plainText(body.cs)).not.toMatch(/(?<!\p{L})[kvszouai] /iu)
    expect(plainText(body.cs)).not.toMatch(/"|“(?=\p{L})/u)
  })
})
