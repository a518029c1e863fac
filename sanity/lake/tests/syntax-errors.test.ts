import {ClientError} from '@sanity/client'
import {expect, it} from 'vitest'
import {lakeForTests} from './lake-for-tests.ts'

const lake = lakeForTests()

/** `▶` stands before the mistake. */
const wrongQueries = [
  ['*[_type == "a" && ▶]{title}', 'unexpected "]"'],
  ['*[_type == "a" ▶and b == 1]', 'unexpected "and"'],
  ['*[_type ▶= "a"]', 'unexpected "="'],
  ['*[_type == "a"]{title}▶}', 'unexpected "}"'],
  ['*[_type == "a"]{\n  title\n  ▶body\n}', 'unexpected "body"'],
  ['*[_type == "a"]{\r\n\ttitle,\r\n\t"n": count(*[x == ^._id▶)],\r\n\tb\r\n}', 'unexpected ")"'],
  ['*[_type == "a"]{\n  a[]->{\n    b,\n    c ▶d\n  },\n  e\n}', 'unexpected "d"'],
  ['*[_type == "a"]{\n  "a": 1,\n  ▶b: 1,\n  c\n}', 'the key "b" needs quotes'],
  ['*[_type == ▶"a]{\n  title\n}', 'unterminated string'],
  ['// "A comment\n*[_type == "a" // it’s "one"\n]{\n\t"é😀": 1,\n\t"b": ▶]\n}', 'unexpected "]"'],
  ['*[_type == "a"] | order(title {\n  title\n}▶', 'unexpected end-of-file'],
] as const

it.each(wrongQueries)('the error of %j points at the mistake', async (marked, description) => {
  const start = marked.indexOf('▶')
  const query = marked.replace('▶', '')
  const error = await lake.client.fetch(query).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ClientError)
  expect((error as ClientError).response.body).toMatchObject({
    error: {type: 'queryParseError', description, query, start},
  })
  // The client shows the line.
  const line = query.slice(0, start).split(/\r\n|\n/).length
  if (start < query.length) expect((error as ClientError).message).toMatch(new RegExp(`^> ${line} \\|`, 'm'))
})
