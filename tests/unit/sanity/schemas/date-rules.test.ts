import type {SchemaType} from 'sanity'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {isTooFarAhead} from '#sanity/schemas/validation/partial-date-rules.ts'
import {checkParams, checks} from '#sanity/structure/checks.ts'
import {runGroq, type SeedDocument} from '../seed/seed.ts'
import {problemsOf, schema} from './validate.ts'

type Step = {field: string} | {item: string}
type DateField = {type: string; steps: Step[]; name: string; kind: string}

const kindOf = (type: SchemaType | undefined): string => {
  for (let each = type; each; each = each.type)
    if (['partialDate', 'date', 'datetime'].includes(each.name)) return each.name
  return ''
}

/** All date fields of a document type, at any depth. */
function dateFields(document: string, type = schema.get(document), steps: Step[] = []): DateField[] {
  if (!type) return []
  if (kindOf(type)) {
    const name = steps.map((step) => ('field' in step ? step.field : step.item)).join('.')
    return [{type: document, steps, name: `${document} ${name}`, kind: kindOf(type)}]
  }
  if ('fields' in type)
    return type.fields.flatMap((field) => dateFields(document, field.type, [...steps, {field: field.name}]))
  if ('of' in type && type.jsonType === 'array')
    return type.of.flatMap((item) => dateFields(document, item, [...steps, {item: item.name}]))
  return []
}

const fields = ['network', 'membership', 'organization', 'person', 'source']
  .flatMap((type) => dateFields(type))
  // Leave out Sanity's own fields.
  .filter(({name}) => !/ _(created|updated)At$/.test(name))

/** A document that has only this date. */
const withDate = ({type, steps}: DateField, date: string): SeedDocument => {
  const value = steps.toReversed().reduce<unknown>((inner, step) => {
    if ('field' in step) return {[step.field]: inner}
    return [{_type: step.item, _key: 'one', ...(inner as object)}]
  }, date)
  return {_id: 'one', _type: type, ...(value as object)}
}
const pathOf = ({steps}: DateField) => steps.map((step) => ('field' in step ? step.field : 'one')).join('.')

const problemsFor = async (field: DateField, date: string) =>
  (await problemsOf(withDate(field, date))).filter((problem) => problem.split(' ')[1] === `${pathOf(field)}:`)

const mayBeAhead = /(since|until|from|to|period)$/

beforeEach(() => {
  vi.useFakeTimers({now: new Date('2026-11-28T12:00:00Z'), toFake: ['Date']})
})
afterEach(() => {
  vi.useRealTimers()
})

test('the date fields of the schema are found, in arrays and objects too', () => {
  expect(fields.length).toBeGreaterThan(20)
  expect(fields.map(({name}) => name)).toEqual(
    expect.arrayContaining([
      'membership lastChecked',
      'source retrieved',
      'network sourceText.asOf',
      'network events.historyEvent.date',
      'membership representatives.representative.from',
    ]),
  )
})

describe.each(fields)('$name', (field) => {
  const day = field.kind === 'date'

  test('rejects a date that is too far ahead, and the message says what to do', async () => {
    const date = day ? '9999-12-31' : '9999'
    expect(await problemsFor(field, date)).toEqual([expect.stringMatching(/^error .*Zkontrolujte rok/)])
    if (!day && !mayBeAhead.test(field.name)) {
      expect(await problemsFor(field, '2027')).toEqual([expect.stringMatching(/^error .*teprve přijde/)])
      expect(await problemsFor(field, '[2016,2106]')).toHaveLength(1)
    }
  })

  test('accepts a date in the past, this year or today, and warns about one before 1800', async () => {
    for (const date of day ? ['2016-05-01', '2026-11-28', '2026-11-29'] : ['2016-05', '2026', '2026-11-28'])
      expect(await problemsFor(field, date)).toEqual([])
    expect(await problemsFor(field, day ? '1600-01-01' : '1600')).toEqual([
      expect.stringMatching(/^warning .*1800/),
    ])
  })

  test('is listed under "Needs a check" when it must be past but is ahead', async () => {
    if (mayBeAhead.test(field.name)) return
    const document = withDate(field, day ? '2099-01-01' : '2099')
    const lists = await Promise.all(
      checks.map(({filter}) => runGroq(`*[${filter}]._id`, checkParams(), [document]) as Promise<string[]>),
    )
    const [notChecked, impossible] = ['not-checked', 'impossible'].map(
      (id) => lists[checks.findIndex((check) => check.id === id)]?.length,
    )
    expect(field.name.endsWith('lastChecked') ? notChecked : impossible).toBe(1)
  })
})

test('a start may be one year ahead, an end twenty', () => {
  const now = new Date('2026-11-28T12:00:00Z')
  const allowed = (years: number) =>
    ['2026-12', '2027-11', '2027-12', '2028', '2046', '2047', '2106', 'soon'].filter(
      (date) => !isTooFarAhead(date, years, now),
    )
  expect(allowed(0)).toEqual(['soon'])
  expect(allowed(1)).toEqual(['2026-12', '2027-11', 'soon'])
  expect(allowed(20)).toEqual(['2026-12', '2027-11', '2027-12', '2028', '2046', 'soon'])
})

test('each end of every period is a point in time, not an interval', async () => {
  const ends = fields.filter(({name}) => /(since|until|from|to)$/.test(name))
  expect(ends.length).toBeGreaterThan(8)
  for (const field of ends)
    expect((await problemsFor(field, '2015/2016')).join(), field.name).toMatch(/jen jeden okamžik/)
})
