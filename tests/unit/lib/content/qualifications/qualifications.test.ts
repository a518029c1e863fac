// @vitest-environment jsdom
import {describe, expect, test} from 'vitest'
import {noticeOf} from '#lib/content/membership-view.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'
import {forms, type NetworkWithRelated} from './forms.tsx'

const source = {_id: 'source-a', title: 'Yearbook', lang: 'en'}
const simi = {_type: 'organization', _id: 'organization-simi', name: {cs: 'Domov', en: 'Home'}} as const
const other = {_type: 'network', _id: 'network-b', name: {en: 'Circle'}, slug: {en: {current: 'b'}}} as const

const network = (rest: Partial<NetworkWithRelated>): NetworkWithRelated => ({
  _id: 'network-a',
  name: {cs: 'Síť', en: 'Network'},
  slug: {cs: {current: 'sit'}, en: {current: 'network'}},
  level: 'czech',
  relationKind: 'network',
  ...rest,
})

const member = (rest: Partial<MembershipRow>, more: Partial<NetworkWithRelated> = {}) =>
  network({
    ...more,
    memberships: [{_id: 'membership-a', member: simi, role: 'observer', sources: [source], ...rest}],
  })

const founded = (...events: object[]) =>
  network({events: events.map((event, index) => ({_key: `${index}`, kind: 'founded', ...event}))})

type Case = {
  row: NetworkWithRelated
  /** Matches a statement of the fact, in words or in data. */
  fact: RegExp
  /** Must match every such statement. */
  qualification: RegExp
  /** The mark on a page that says once what it means; a test below checks that it says so. */
  mark?: RegExp
  /** The forms that state the fact. All others must leave it out. */
  statedBy: (keyof typeof forms)[]
}

const memberForms = [
  'a network’s page',
  'the page of a group',
  'the map',
  'the map’s list',
  'the landing page',
  'the overview',
  'Popolo',
  'memberships.csv',
]
const eventForms = ['a network’s page', 'the timeline', 'the timeline’s table', 'events.csv']
const timeline = ['the timeline', 'the timeline’s table']
const observer = /observer/
const inYear2000 = /2000/

const cases: Record<string, Case> = {
  'a membership that is not confirmed, with an uncertain as-of date': {
    row: member({status: 'unknown', asOf: '[2016,2017]'}),
    fact: observer,
    qualification: /not confirmed.*2016 or 2017|unknown.*\[2016,2017\]/,
    mark: /as of 2016 or 2017/i,
    statedBy: [...memberForms, ...timeline],
  },
  'a membership that is not confirmed, as of the date of the text': {
    row: member(
      {status: 'unknown', asOf: '2016'},
      {summary: {en: 'Summary'}, sourceText: {lang: 'en', asOf: '2016', source}},
    ),
    fact: observer,
    qualification: /(not confirmed|unknown).*2016/,
    mark: /as of 2016/i,
    statedBy: [...memberForms, ...timeline],
  },
  'a membership that is not confirmed and has no date': {
    row: member({status: 'unknown'}),
    fact: observer,
    qualification: /not confirmed|unknown/,
    mark: /source undated/,
    statedBy: memberForms,
  },
  'a founding membership that is not confirmed': {
    row: member({role: 'founding-member', status: 'unknown', asOf: '2016'}),
    fact: /founding.member/,
    qualification: /(not confirmed|unknown).*2016/,
    mark: /as of 2016/i,
    statedBy: [...memberForms, ...timeline, 'structured data'],
  },
  'a membership with an unknown end': {
    row: member({status: 'unknown', since: '2015'}),
    fact: /observer.*2015|2015.*observer/,
    qualification: /not confirmed|unknown/,
    mark: /source undated/,
    statedBy: [...memberForms, ...timeline],
  },
  'a membership that is active as of its last check': {
    row: member({status: 'active', lastChecked: '2026-03-01'}),
    fact: observer,
    qualification: /active.*(1 March 2026|2026-03-01)/,
    statedBy: [...memberForms, 'structured data'],
  },
  'a membership that has ended': {
    row: member({status: 'former', asOf: '2016'}),
    fact: observer,
    qualification: /former.*2016|2016.*former/,
    statedBy: [...memberForms, ...timeline],
  },
  'a body that SIMI informs, stated by a membership that is not confirmed': {
    row: member(
      {status: 'unknown', asOf: '2016', reportsTo: other},
      {
        bodies: {informed: [{...other, status: 'unknown', asOf: '2016'}]},
        related: [{...other, bodies: {}}],
      },
    ),
    fact: /informs|Informs|passes information/,
    qualification: /not confirmed.*as of 2016/,
    mark: /as of 2016/,
    statedBy: ['a network’s page', 'the map', 'the map’s list', 'related networks'],
  },
  'a founding date that an editor has set to disputed': {
    row: founded({date: '2000', status: 'disputed', source}),
    fact: inYear2000,
    qualification: /sources give different dates|disputed: true/,
    statedBy: eventForms,
  },
  'a founding date that is not verified': {
    row: founded({date: '2000', status: 'unverified', source}),
    fact: inYear2000,
    qualification: /not verified|unverified: true/,
    statedBy: eventForms,
  },
  'a founding date without a source': {
    row: founded({date: '2000', status: 'verified'}),
    fact: inYear2000,
    qualification: /no source|source_id: -/,
    statedBy: eventForms,
  },
  'two different founding dates, neither set to disputed': {
    row: founded({date: '2000', status: 'per-source', source}, {date: '2003', status: 'per-source', source}),
    fact: /200[03]/,
    qualification: /sources give different dates|disputed: true/,
    statedBy: eventForms,
  },
  'an approximate founding date': {
    row: founded({date: '2000~', status: 'verified', source}),
    fact: inYear2000,
    qualification: /about 2000|2000~/,
    statedBy: eventForms,
  },
  'a founding date that is one of two years': {
    row: founded({date: '[2000,2001]', status: 'verified', source}),
    fact: inYear2000,
    qualification: /2000 or 2001|\[2000,2001\]/,
    statedBy: eventForms,
  },
  'a count without a date': {
    row: network({counts: [{_key: 'a', value: 11, unit: 'organisations', source}]}),
    fact: /11 organisations|value: 11/,
    qualification: /undated|as_of_edtf: -/,
    statedBy: ['a network’s page', 'counts.csv'],
  },
  'a summary with an as-of date years ago': {
    row: network({summary: {en: 'Eleven members.'}, sourceText: {lang: 'en', asOf: '2016', source}}),
    fact: /Eleven members/,
    qualification: /text.as.of(_edtf)? ?: 2016/i,
    mark: /as of 2016/,
    statedBy: [
      'a network’s page',
      'the page of a group',
      'the landing page',
      'structured data',
      'search results',
      'networks.csv',
    ],
  },
  'a former name': {
    row: network({names: [{_key: 'a', text: 'Old League', kind: 'former', lang: 'en', source}]}),
    fact: /Old League/,
    qualification: /former/,
    statedBy: ['a network’s page', 'Popolo', 'names.csv'],
  },
}

/** Lists, pictures and tables: their pages have a notice. */
const marked = [
  'the map',
  'the map’s list',
  'the page of a group',
  'the landing page',
  'the overview',
  'related networks',
  ...timeline,
]

describe.each(Object.entries(cases))('%s', (_, {row, fact, qualification, mark, statedBy}) => {
  test.each(Object.entries(forms))('has its qualification, or is left out, in %s', (name, form) => {
    const statements = form(row, 'en')
      .map((statement) => statement.replaceAll('\u00a0', ' '))
      .filter((statement) => fact.test(statement))
    const expected = marked.includes(name) ? (mark ?? qualification) : qualification
    for (const statement of statements) expect(statement).toMatch(expected)
    expect(statements.length > 0, statements.join('\n')).toBe(statedBy.includes(name))
  })
})

test('a page with memberships that are not confirmed says once what their marks mean', () => {
  const notice = (...statuses: string[]) =>
    noticeOf(
      statuses.map((status) => ({status})),
      'en',
    )
  expect(notice('active', 'unknown')).toMatch(/“as of”.*being checked/)
  expect(notice('active', 'former')).toBeUndefined()
  // Dates that contradict the stored status put it in doubt too.
  expect(noticeOf([{status: 'active', until: '2014'}], 'en', new Date('2026-07-02'))).toBeDefined()
})

describe.each(['en', 'cs'] as const)('a role that no source states (%s)', (locale) => {
  const row = member(
    {
      roleStated: false,
      roleLabel: {cs: 'vede síť', en: 'leads the network'},
      since: '2015',
      status: 'unknown',
    },
    {summary: {cs: 'Souhrn', en: 'Summary'}},
  )
  test.each(Object.entries(forms))('is not printed in %s', (_, form) => {
    for (const statement of form(row, locale)) {
      expect(statement).not.toMatch(/takes part|účastní|observer|pozorovatel|leads|vede síť/i)
    }
  })
})

describe('a person without a stated gender', () => {
  const jana = {_type: 'person', _id: 'person-a', name: 'Jana Vymyšlená'} as const
  const rowOf = (gender?: string) =>
    member({
      member: {...jana, ...(gender && {grammaticalGender: gender})},
      role: 'chair',
      status: 'active',
      since: '2015',
    })
  /** The forms with the role in words. Popolo has the enum value. */
  const roleForms = [...memberForms.filter((form) => form !== 'Popolo'), ...timeline, 'structured data']

  test.each(roleForms)('has the role in both forms in %s', (name) => {
    const statements = forms[name]?.(rowOf(), 'cs').filter((statement) => /předsed/.test(statement)) ?? []
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) expect(statement).toMatch(/předseda ?\/ ?předsedkyně/)
    for (const statement of forms[name]?.(rowOf('feminine'), 'cs') ?? []) {
      expect(statement).not.toMatch(/předseda/)
    }
  })
})

test('pictures draw what is not confirmed with another stroke, not only another colour', () => {
  const map = (status: string) => forms['the map']?.(member({status}), 'en').join()
  expect(['active', 'unknown', 'former'].map(map)).toEqual([
    expect.stringMatching(/edge sure/),
    expect.stringMatching(/edge unconfirmed/),
    expect.stringMatching(/edge over/),
  ])
  const drawn = (row: NetworkWithRelated) => forms['the timeline']?.(row, 'en').join()
  expect(drawn(founded({date: '2000', status: 'verified', source}))).not.toMatch(/doubtful/)
  expect(drawn(founded({date: '2000', status: 'disputed', source}))).toMatch(/doubtful/)
  expect(drawn(member({status: 'unknown', asOf: '[2016,2017]'}))).toMatch(/doubtful/)
  expect(drawn(member({status: 'unknown', asOf: '[2016,2017]'}))).not.toMatch(/certain|fading/)
})
