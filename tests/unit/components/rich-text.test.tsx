import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {RichText} from '#components/rich-text.tsx'

const span = (text: string, marks: string[] = []) => ({_type: 'span' as const, text, marks})

test('no-break spaces are set across bold words and links', () => {
  const block = {
    _type: 'block' as const,
    _key: 'a',
    style: 'normal',
    markDefs: [{_type: 'link', _key: 'l', href: 'https://example.org/'}],
    children: [
      span('Žije '),
      span('v', ['strong']),
      span(' Ostravě, podle '),
      span('§', ['l']),
      span(' 5 zákona.'),
    ],
  }
  const html = renderToStaticMarkup(<RichText blocks={[block]} level={3} />)
  expect(html).toContain('<strong>v</strong>\u00a0Ostravě')
  expect(html).toContain('<a href="https://example.org/">§</a>\u00a05 zákona')
})
