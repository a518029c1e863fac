import {expect, test} from 'vitest'
import {listRecord, networkRecord} from '#lib/content/page-record.ts'

const now = new Date('2026-11-27T12:00:00Z')
const url = 'https://site.test/cs/x'
const row = (rest: object) => ({_id: 'network-a', _type: 'network', ...rest})

test('a network’s page states its newest change and its last check', () => {
  const changes = ['2026-01-02T03:04:05Z', null, '2026-03-04T05:06:07Z']
  const record = networkRecord(
    row({changes, lastChecked: '2026-02-03'}),
    {title: {text: 'A'}, url, locale: 'en'},
    now,
  )
  expect(record).toMatchObject({
    title: {text: 'A'},
    url,
    changed: {machine: '2026-03-04'},
    checked: {date: {machine: '2026-02-03'}},
  })
  expect(record.checked?.text).toBeUndefined()
})

test.each([
  ['cs', 'zatím neověřeno'],
  ['en', 'not yet checked'],
] as const)(
  'a page that was not checked says so (%s), also when the date of the check lies ahead',
  (locale, text) => {
    for (const lastChecked of [null, undefined, '2099-01-01', '']) {
      expect(networkRecord(row({lastChecked}), {title: {text: 'A'}, url, locale}, now).checked).toEqual({
        text,
      })
      expect(listRecord([row({lastChecked})], {title: 'A', url, locale}, now).checked).toEqual({text})
    }
  },
)

test('a list states its newest change, how many entries were checked, and the oldest check', () => {
  const rows = [
    row({changes: ['2026-01-01T00:00:00Z'], lastChecked: '2026-05-01'}),
    row({changes: ['2026-06-01T00:00:00Z'], lastChecked: '2025-05-01'}),
    row({changes: []}),
    {_id: 'organization-simi', _type: 'organization', changes: ['2026-07-01T00:00:00Z']},
  ]
  const record = listRecord(rows, {title: 'A', url, locale: 'cs'}, now)
  expect(record.changed?.machine).toBe('2026-07-01')
  expect(record.checked?.text).toBe('2 z 3\u00a0položek; nejstarší ověření:')
  expect(record.checked?.date?.machine).toBe('2025-05-01')
})

test('a malformed date of a check is left out, and the rest of the record stays', () => {
  const log = console.error
  console.error = () => undefined
  const record = networkRecord(
    row({changes: ['2026-01-01T00:00:00Z'], lastChecked: 5}) as never,
    {title: {text: 'A'}, url, locale: 'en'},
    now,
  )
  console.error = log
  expect(record.changed?.machine).toBe('2026-01-01')
  expect(record.checked).toEqual({text: 'not yet checked'})
})
