import {describe, expect, test} from 'vitest'
import {membershipView, roleText} from '#lib/content/membership-view.ts'
import type {MembershipRow} from '#lib/content/query-rows.ts'

const person = {
  _type: 'person',
  _id: 'person-a',
  name: 'Magda Faltová',
  grammaticalGender: 'feminine',
} as const
const organization = {
  _type: 'organization',
  _id: 'organization-simi',
  name: {cs: 'Sdružení', en: 'Association'},
} as const
const chair: MembershipRow = {_id: 'membership-a', member: person, role: 'chair', roleStated: true}

const values = (row: MembershipRow, key: string, locale: 'cs' | 'en' = 'en') =>
  membershipView(row, locale).facts.find((fact) => fact.key === key)?.values

describe('the role', () => {
  test('follows the grammatical gender of a person', () => {
    expect(roleText(chair, 'cs')).toEqual({text: 'předsedkyně'})
    expect(roleText({...chair, member: {...person, grammaticalGender: 'masculine'}}, 'cs')).toEqual({
      text: 'předseda',
    })
  })

  test('has both forms when the gender is not stated', () => {
    expect(roleText({...chair, member: {...person, grammaticalGender: null}}, 'cs')).toEqual({
      text: 'předseda / předsedkyně',
    })
    expect(roleText({...chair, member: {...person, grammaticalGender: null}}, 'en')).toEqual({
      text: 'chairperson',
    })
  })

  test('is the editor’s own label if there is one', () => {
    expect(roleText({...chair, roleLabel: {cs: 'vede výbor'}}, 'cs')).toEqual({text: 'vede výbor'})
  })

  test('is not printed when no source states it', () => {
    expect(roleText({...chair, roleStated: false, roleLabel: {cs: 'vede výbor'}}, 'cs')).toBeUndefined()
    expect(values({...chair, roleStated: false}, 'role')).toBeUndefined()
  })

  test('is not printed when it is not in the table of roles', () => {
    expect(roleText({...chair, role: 'emperor'}, 'en')).toBeUndefined()
  })
})

describe('the period', () => {
  test('prints an unknown end, an undated end, a date, or nothing when there is no end', () => {
    const since = {...chair, since: '2015'}
    expect(values({...since, status: 'unknown'}, 'until')).toMatchObject([{text: {text: 'end unknown'}}])
    expect(values({...since, status: 'active'}, 'until')).toBeUndefined()
    expect(values({...since, status: 'former'}, 'until')).toMatchObject([
      {text: {text: 'ended, date not known'}},
    ])
    expect(values({...since, status: 'former', until: '2020-06'}, 'until')).toMatchObject([
      {date: {text: 'June 2020', machine: '2020-06'}},
    ])
  })

  test('prints no unknown end when the start is unknown too', () => {
    expect(values({...chair, status: 'unknown'}, 'until')).toBeUndefined()
  })
})

describe('the status', () => {
  test('has the date of its source, otherwise of its last check', () => {
    expect(values({...chair, status: 'unknown', asOf: '[2016,2017]'}, 'status')).toMatchObject([
      {text: {text: 'not confirmed'}, notes: [{text: 'as of 2016 or 2017'}]},
    ])
    expect(values({...chair, status: 'active', lastChecked: '2026-09-01'}, 'status')).toMatchObject([
      {text: {text: 'active'}, notes: [{text: 'as of 1\u00a0September 2026'}]},
    ])
  })
})

describe('people', () => {
  test('a representative is named only with explicit consent', () => {
    const representatives = [
      {_key: 'a', person: {name: 'Jana Veřejná'}, position: {cs: 'právnička'}, public: true},
      {_key: 'b', person: {name: 'Jan Soukromý'}, public: false},
      {_key: 'c', person: {name: 'Jan Zapomenutý'}, public: null},
    ]
    const view = membershipView({...chair, representatives}, 'en')
    expect(JSON.stringify(view)).not.toMatch(/Soukromý|Zapomenutý/)
    expect(values({...chair, representatives}, 'representatives')).toMatchObject([
      {text: {text: 'Jana Veřejná'}, notes: [{text: 'právnička', lang: 'cs'}]},
    ])
  })

  test('a position stated by two sources is printed once', () => {
    const position = {title: {cs: 'ředitelka', en: 'Director'}, organization: {name: {en: 'Association'}}}
    const positions = [
      {_key: 'a', ...position, asOf: '[2016,2017]'},
      {_key: 'b', ...position, asOf: '2010'},
    ]
    expect(values({...chair, member: {...person, positions}}, 'member')?.[0]?.notes).toEqual([
      {text: 'Director, Association, as of 2016 or 2017'},
    ])
  })

  test('a person who sits for an organisation is shown with it', () => {
    const row = {...chair, onBehalfOf: organization}
    expect(values(row, 'member', 'cs')?.[0]?.text).toEqual({text: 'Magda Faltová'})
    expect(values(row, 'onBehalfOf', 'cs')?.[0]?.text).toEqual({text: 'Sdružení'})
  })

  test('a membership without a member is malformed', () => {
    expect(() => membershipView({_id: 'membership-a', role: 'member'}, 'en')).toThrow('no member')
  })
})
