import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {type Block, type Inline, parseGuide} from '#lib/guide/markdown.ts'
import {locales} from '#lib/i18n/locales.ts'

const guide = (language: string) => parseGuide(readFileSync(`docs/guide/${language}.md`, 'utf8'))

const inlineOf = (block: Block): Inline[] => {
  if (block.kind === 'picture') return []
  return block.kind === 'list' ? block.items.flat() : block.content
}
const textOf = (part: Inline): string => {
  if (typeof part === 'string') return part
  return part.kind === 'code' ? part.text : part.content.map(textOf).join('')
}

test('a paragraph has text, bold, italic, code and links', () => {
  expect(parseGuide('A **b *c*** [d](#e) `f*`')).toEqual([
    {
      kind: 'paragraph',
      content: [
        'A ',
        {kind: 'strong', content: ['b ', {kind: 'emphasis', content: ['c']}]},
        ' ',
        {kind: 'link', href: '#e', content: ['d']},
        ' ',
        {kind: 'code', text: 'f*'},
      ],
    },
  ])
})

test('lists, headings and pictures are read', () => {
  expect(parseGuide('# A, b: č!\n\n1. x\n2. y\n\n![p](a/b.webp)')).toEqual([
    {kind: 'heading', level: 1, id: 'a-b-č', content: ['A, b: č!']},
    {kind: 'list', isOrdered: true, items: [['x'], ['y']]},
    {kind: 'picture', text: 'p', source: 'a/b.webp'},
  ])
})

test.each(['| a | b |', '```\ncode\n```', '> quoted', 'a <b>', '### deep', 'text\n- item', 'an open **mark'])(
  'Markdown that the page can’t show fails the build: %j',
  (markdown) => {
    expect(() => parseGuide(markdown)).toThrow('is not understood')
  },
)

test.each(locales)(
  'the guide in %s is understood, and its list of contents leads to its headings',
  (language) => {
    const blocks = guide(language)
    const ids = blocks.flatMap((block) => (block.kind === 'heading' ? block.id : []))
    const anchors = blocks
      .flatMap(inlineOf)
      .flatMap((part) => (typeof part === 'object' && part.kind === 'link' ? part.href : []))
      .filter((href) => href.startsWith('#'))
      .map((href) => href.slice(1))
    expect(ids.length).toBeGreaterThan(10)
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([])
    expect(blocks.flatMap(inlineOf).map(textOf).join('')).not.toMatch(/[*`]/)
  },
)

test('both languages have the same headings, lists and pictures', () => {
  const outline = (language: string) => guide(language).map(({kind}) => kind)
  expect(outline('cs')).toEqual(outline('en'))
})
