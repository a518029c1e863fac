import {expect, test} from 'vitest'
import {typeset, typesetPieces} from '#lib/typography/typeset.ts'

/** `~` stands for a no-break space. */
const withNoBreakSpaces = (text: string) => text.replaceAll('~', '\u00a0')

test.each([
  // Czech: one-letter words
  'v~létě a~v~zimě',
  '(k~tomu i~jinak)',
  '„v~Ostravě“, „K~věci“',
  'U~nás',
  'pro integraci nebo migraci',
  // numbers, units, phone numbers
  '18~organizací',
  '10~000',
  '1~000~000~Kč',
  '10~000~lidí',
  '3,5~milionu',
  '25~% dětí, 25~°C',
  '1000~Kč',
  '5–10~lidí',
  '110~00~Praha',
  '+420~800~123~987',
  '800~11~22~33',
  'poměr 5~:~3',
  'v~roce 2015 vzniklo',
  'v~letech 2015 120~organizací',
  // signs and references
  '§~5 odst.~2 písm.~a) zákona č.~326/1999~Sb.',
  'čl.~3, str.~5, s.~53, obr.~1, čl.~IV',
  'Přijato. 18~organizací souhlasí. Potom',
  'roku 1918 (†~2000)',
  // abbreviations
  's.~r.~o., o.~p.~s., z.~s., v.~v.~i., a.~s.',
  'tj.~například, tzv.~síť, cca~20~osob',
  'př.~n.~l., mn.~č.',
  // names
  'Ing.~Novák, Ing.~arch.~Nováková, prof.~PhDr.~J.~Vymyšlená',
  'T.~G.~Masaryk, M.~Faltová',
  'Karel~IV. a~II.~patro',
  // dates
  '1.~února 2024',
  'od 1.~4.~2024',
  '9.~prosince 1998',
  '5.~pluk',
])('sets no-break spaces in Czech: %s', (text) => {
  expect(typeset(text.replaceAll('~', ' '))).toBe(withNoBreakSpaces(text))
})

test.each([
  'A~network of 18~organisations and I~am in it',
  'In 2010 the memorandum was changed; in 2015 it went on.',
  'Founded on 9~December 1998, No.~809, p.~5, Art.~3, pp.~5–7',
  'about 10~000~people, 25~% of them',
  'Mr~Smith, Dr.~Jones, J.~R.~R.~Tolkien, World War~II',
  'When I~met Magda, she was as far as Brno.',
  'i.e.~all, e.g.~some, approx.~20',
  'It’s the members’ own choice. The end.',
])('sets no-break spaces in English, and no others: %s', (text) => {
  expect(typeset(text.replaceAll('~', ' '))).toBe(withNoBreakSpaces(text))
})

test('changes only spaces, and is idempotent', () => {
  const text = 'V "Ing." v. 5 ... – - 10 x 10, „tak“ \'a\' s\u00a0kým\n a  b 1998 – 2004'
  const set = typeset(text)
  expect(set.replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '))
  expect(typeset(set)).toBe(set)
})

test('works across the pieces of a text: a bold preposition, a number in a link', () => {
  expect(typesetPieces(['Žije ', 'v', ' Ostravě, ', '10', ' 000 lidí ', 's', ' nimi'])).toEqual(
    ['Žije ', 'v', '~Ostravě, ', '10', '~000~lidí ', 's', '~nimi'].map(withNoBreakSpaces),
  )
  expect(typesetPieces([])).toEqual([])
})
