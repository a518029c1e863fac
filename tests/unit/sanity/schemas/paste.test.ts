// @vitest-environment jsdom
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {pasteNotice} from '#sanity/schemas/paste/paste-notice.ts'
import {type Pasted, plainTextAsHtml, readPastedHtml} from '#sanity/schemas/paste/pasted-blocks.ts'

const copiedFrom = (source: string) =>
  readPastedHtml(readFileSync(`tests/unit/sanity/schemas/pasted/${source}.clipboard`, 'utf8'))

/** One line for each block: `###` heading, `-` item, `**strong**`, `_emphasis_`, `[link](address)`. */
function written({blocks}: Pasted): string[] {
  return blocks.map(({style, listItem, level = 0, markDefs, children}) => {
    const text = children.map(({text, marks}) =>
      marks.reduceRight((inner, mark) => {
        if (mark === 'strong') return `**${inner}**`
        if (mark === 'em') return `_${inner}_`
        return `[${inner}](${markDefs.find(({_key}) => _key === mark)?.href})`
      }, text),
    )
    const start = listItem ? `${'  '.repeat(level - 1)}- ` : style === 'h3' ? '### ' : ''
    return `${start}${text.join('')}`
  })
}

test('text from Word keeps headings, bold, italic and nested items; its page layout is dropped', () => {
  const pasted = copiedFrom('word')
  expect(written(pasted)).toEqual([
    '### Zpráva o setkání',
    '### Co jsme probrali',
    'Setkání se konalo **v Brně** a trvalo dva dny. Hovořilo se _hlavně_ o přesídlení.',
    '- první bod',
    '  - podrobnost prvního bodu',
    '- druhý bod',
    '- číslovaný krok',
    '- **Rok** | **Účast**',
    '- 2019 | 48 osob',
    'Více v příloze a na [webu](https://example.org/zprava).[1]',
  ])
  expect(pasted.refusedLinks.map(({href}) => href)).toEqual([
    'file:///C:/Users/a/Documents/zprava.docx',
    '#_ftn1',
  ])
})

test('text from Word in a browser keeps its spaces, and the levels of items in separate lists', () => {
  expect(written(copiedFrom('word-online'))).toEqual([
    '### Co jsme probrali',
    'Setkání se konalo **v Brně**.',
    '- první bod',
    '  - podrobnost prvního bodu',
  ])
})

test('text from Google Docs is not bold as a whole, and a list inside a list keeps its text', () => {
  expect(written(copiedFrom('google-docs'))).toEqual([
    '### Co jsme probrali',
    'Setkání se konalo **v Brně** a trvalo _dva dny_.',
    '- první bod',
    '  - podrobnost prvního bodu',
    '- druhý bod',
    '- číslovaný krok',
    'Více na [webu](https://example.org/zprava) a na [druhém webu](http://www.example.org).',
    '- 2019 | 48 osob z toho 20 z Prahy',
  ])
})

test('text from LibreOffice keeps nested items, and its lines are not broken where the file wraps', () => {
  const pasted = copiedFrom('libreoffice')
  expect(written(pasted)).toEqual([
    '### Co jsme probrali',
    'Setkání se konalo **v Brně** a trvalo _dva dny_.',
    '- první bod',
    '  - podrobnost prvního bodu',
    '- druhý bod',
    '- 2019 | 48 osob',
    'Více na [webu](https://example.org/zprava) a v příloze.',
  ])
  expect(pasted.refusedLinks).toEqual([{href: '../zprava.odt', text: 'v příloze'}])
})

test('text from a web page: boxes become paragraphs, and only links that work everywhere stay', () => {
  const pasted = copiedFrom('web-page')
  expect(written(pasted)).toEqual([
    '### Co jsme probrali',
    'Setkání se konalo **v Brně**.',
    'Trvalo _dva dny_.',
    'První odstavec',
    'Druhý odstavec\nna dvou řádcích',
    '- první bod',
    '  - podrobnost prvního bodu',
    '    - ještě podrobněji',
    '- druhý bod\njeho druhý odstavec',
    'Kdy',
    'v červnu',
    'Viz O nás, tiskněte, [web](https://www.example.org/zprava), [e-mail](mailto:info@example.org).',
    '### [Karta](https://example.org/karta)',
    '[s textem](https://example.org/karta)',
    'Obsah',
    'v rozvržení',
    'Viditelné slovo.',
  ])
  expect(pasted.refusedLinks.map(({href}) => href)).toEqual(['/o-nas/', 'javascript:alert(1)'])
})

test('the first item of a copied part of a list is never deeper than the first level', () => {
  expect(written(readPastedHtml('<ul><ul><li>jen vnitřní</li></ul><li>vnější</li></ul>'))).toEqual([
    '- jen vnitřní',
    '- vnější',
  ])
})

test('plain text with control characters is cleaned; other plain text is left to Sanity', () => {
  expect(plainTextAsHtml('obyčejný text\n\ndruhý odstavec')).toBeUndefined()
  const html = plainTextAsHtml('<b>první\u000bodst\u00adavec</b>\n\ndruhý\u0001\nřádek')
  expect(written(readPastedHtml(html ?? ''))).toEqual(['<b>první odstavec</b>', 'druhý\nřádek'])
})

test('a paste that loses nothing says nothing, and a refused link is named with the reason', () => {
  expect(pasteNotice(readPastedHtml('<p>Text <a href="https://example.org">s odkazem</a></p>'))).toEqual([])
  const notice = pasteNotice(copiedFrom('web-page'))
  expect(notice[0]).toMatch(/„O nás“.*„\/o-nas\/“ není celá adresa/)
  expect(notice[1]).toContain('„tiskněte“')
  expect(pasteNotice(copiedFrom('google-docs'))).toHaveLength(2)
})
