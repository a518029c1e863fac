// @vitest-environment jsdom
import {cleanup, render, screen, within} from '@testing-library/react'
import {afterEach, expect, test} from 'vitest'
import {NetworkContent} from '#components/network-content.tsx'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {networkView} from '#lib/content/network-view.ts'
import type {NetworkRow} from '#lib/content/query-rows.ts'
import type {Locale} from '#lib/i18n/locales.ts'

afterEach(cleanup)

const block = (text: string, rest: object = {}) => ({
  _type: 'block',
  _key: text,
  style: 'normal',
  markDefs: [{_type: 'link', _key: 'bad', href: 'javascript:alert(1)'}],
  children: [{_type: 'span', _key: 'a', text, marks: []}],
  ...rest,
})

const committee: NetworkRow = {
  _id: 'network-committee',
  name: {cs: 'Výbor', en: 'Committee'},
  slug: {cs: {current: 'vybor'}, en: {current: 'committee'}},
  level: 'czech',
  relationKind: 'network',
  body: {en: [block('What it does', {style: 'h3'}), block('An advisory body.')]},
  sourceText: {asOf: '[2016,2017]'},
  names: [{_key: 'a', text: 'Výbor pro práva cizinců', lang: 'cs', kind: 'official'}],
  memberships: [
    {
      _id: 'membership-chair',
      member: {_type: 'person', name: 'Magda Faltová', grammaticalGender: 'feminine'},
      role: 'chair',
      since: '2015',
      representatives: [{_key: 'a', person: {name: 'Jana Veřejná'}, public: true}],
    },
  ],
}

const none: EditAttribute = () => undefined

const show = (row: NetworkRow, locale: Locale, edit = none) =>
  render(<NetworkContent network={networkView(row, locale)} locale={locale} edit={edit} />)

/** The values of a label, by their roles. */
const valuesOf = (label: string) => {
  const term = screen.getByText(label, {selector: 'dt'})
  return within(term.parentElement as HTMLElement)
    .getAllByRole('definition')
    .map(({textContent}) => textContent)
}

test('prints role, start, end and representatives', () => {
  show(committee, 'en')
  expect(valuesOf('Role')).toEqual(['chairperson'])
  expect(valuesOf('Since')).toEqual(['2015'])
  expect(valuesOf('Until')).toEqual(['end unknown'])
  expect(valuesOf('Represented by')).toEqual(['Jana Veřejná'])
  expect(screen.getByText('2015').getAttribute('datetime')).toBe('2015')
})

test('prints the as-of date of the text', () => {
  show(committee, 'en')
  expect(screen.getByText('Text as of: 2016 or 2017')).toBeTruthy()
})

test('sets lang on a text and a name that are not in the page’s language', () => {
  const {container} = show(committee, 'cs')
  expect(container.querySelector('.prose')?.getAttribute('lang')).toBe('en')
  cleanup()
  show(committee, 'en')
  expect(screen.getByText('Výbor pro práva cizinců').getAttribute('lang')).toBe('cs')
  expect(document.querySelector('.prose')?.hasAttribute('lang')).toBe(false)
})

test('each section has a heading with a link to itself, SIMI’s role first, and the text’s own headings are below it', () => {
  show(committee, 'cs')
  const headings = screen.getAllByRole('heading')
  expect(headings.map(({tagName, id}) => [tagName, id])).toEqual([
    ['H2', 'role-simi'],
    ['H2', 'popis'],
    ['H3', ''],
    ['H2', 'dalsi-nazvy'],
  ])
  expect(screen.getByRole('link', {name: 'Role SIMI'}).getAttribute('href')).toBe('#role-simi')
})

test('the newest count of each unit is a key fact, and the other counts are collapsed', () => {
  const count = (value: number, asOf: string, unit = 'organisations') => ({
    _key: asOf + unit,
    value,
    unit,
    asOf,
  })
  const counts = [count(18, '2021'), count(20, '2024'), count(25, '2021', 'countries')]
  const {container} = show({...committee, counts}, 'en')
  expect(valuesOf('Members').map((text) => text?.replace('\u00a0', ' '))).toEqual([
    '20 organisations (2024)',
    '25 countries (2021)',
  ])
  expect(container.querySelector('details li')?.textContent).toContain('18')
})

test('a link that could run code is printed as text', () => {
  const children = [{_type: 'span', _key: 'a', text: 'click me', marks: ['bad']}]
  const {container} = show({...committee, body: {en: [block('', {children})]}}, 'en')
  expect(screen.getByText('click me')).toBeTruthy()
  expect(container.innerHTML).not.toContain('javascript:')
})

test('HTML in a text stays text', () => {
  const {container} = show({...committee, body: {en: [block('<img src=x onerror=alert(1)>')]}}, 'en')
  expect(container.querySelector('img')).toBeNull()
})

test('an empty network shows no empty list and no heading without content', () => {
  const {container} = show({_id: 'network-new', name: {cs: 'Nová'}}, 'cs')
  expect(container.textContent).toBe('')
  expect(container.querySelector('h2, ul, dl, p, section, details')).toBeNull()
})

test('every editable part has data-sanity in a preview, and none has it for visitors', () => {
  const {container} = show(committee, 'en', ({id}, path) => `${id} ${path}`)
  const paths = [...container.querySelectorAll('[data-sanity]')].map((node) =>
    node.getAttribute('data-sanity'),
  )
  expect(paths).toEqual([
    'membership-chair member',
    'membership-chair role',
    'membership-chair since',
    'membership-chair until',
    'membership-chair representatives[_key=="a"]',
    'network-committee body.en',
    'network-committee sourceText.asOf',
    'network-committee names[_key=="a"]',
  ])
  cleanup()
  expect(show(committee, 'en').container.innerHTML).not.toContain('data-sanity')
})
