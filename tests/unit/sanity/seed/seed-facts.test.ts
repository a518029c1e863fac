import {describe, expect, test} from 'vitest'
import {findTimeBoundWord} from '#sanity/schemas/validation/time-bound-words.ts'
import {facts} from './facts.ts'
import {applyCorrections, ask, originalText, plainText} from './seed.ts'

const rows = Object.entries(facts).flatMap(([network, its]) => its.map((fact) => ({network, ...fact})))

/** The network, with what the original text says of SIMI's membership in it. */
const withMembership = `*[_id == $network][0]{
  ...,
  "membership": *[_type == "membership" && network._ref == $network && $source in sources[]._ref][0]
}`

describe('every fact of the original text', () => {
  test.each(rows)('$network: $text', async ({network, text, data, body = text}) => {
    expect(originalText).toContain(text)
    const params = {network, text, source: 'source-seed-czech-networks'}
    if (data) expect(await ask(`${withMembership}{"holds": ${data}}.holds`, params), data).toBe(true)
    if (typeof body === 'string') {
      expect(plainText(await ask('*[_id == $network][0].body.en', params))).toContain(body)
    }
  })

  test('is in the table of facts: no sentence was forgotten', () => {
    const sentences = originalText
      .split(/\n+|(?<=\.) /)
      // The page's own title and the title of the section it stands in.
      .filter((sentence) => sentence && sentence !== 'Czech networks' && sentence !== 'Our membership')
    expect(sentences).toHaveLength(21)
    expect(sentences.filter((sentence) => !rows.some(({text}) => sentence.includes(text)))).toEqual([])
  })
})

describe.each(Object.keys(facts))('%s', (network) => {
  const read = (path: string) => ask(`*[_id == $network][0]${path}`, {network})

  test('keeps the source text verbatim', async () => {
    const paragraphs: string = await read('.sourceText.text')
    expect(originalText).toContain(paragraphs)
  })

  test('has an English text that is the source text with the logged corrections and nothing else', async () => {
    const {sourceText, corrections, body} = await read('')
    expect(applyCorrections(sourceText.text, corrections)).toBe(plainText(body.en))
  })

  test('has no word in either language that was true on the day of writing only', async () => {
    const {body, summary} = await read('')
    for (const text of [plainText(body.cs), plainText(body.en), summary.cs, summary.en]) {
      expect(findTimeBoundWord(text)).toBeUndefined()
    }
  })

  test('has a Czech text of as many paragraphs, set as Czech is', async () => {
    const {body} = await read('')
    expect(body.cs).toHaveLength(body.en.length)
    // No one-letter word at the end of a line, quotation marks „so“.
    expect(plainText(body.cs)).not.toMatch(/(?<!\p{L})[kvszouai] /iu)
    expect(plainText(body.cs)).not.toMatch(/"|“(?=\p{L})/u)
  })
})
