import {describe, expect, it, vi} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {countSelected, facetViews, selectionLabels} from '#lib/content/overview-choices.ts'
import {overviewLines} from '#lib/content/overview-view.ts'
import {siteTexts} from '#lib/content/site-texts.ts'

const network = {
  _id: 'n1',
  name: {cs: 'Vymyšlená síť', en: 'Made-up network'},
  slug: {cs: {current: 'vymyslena'}},
  level: 'czech',
  bodyType: 'alliance',
}
const ours = {
  _id: 'm1',
  network,
  member: {_type: 'organization' as const, _id: homeOrganizationId, name: {cs: 'SIMI'}},
}

describe('the overview of memberships', () => {
  it('has a row for each membership: network, role, start and status', () => {
    const [line] = overviewLines(
      [
        {
          ...ours,
          role: 'member',
          roleStated: true,
          since: '2009',
          status: 'former',
          asOf: '2017',
        },
      ],
      'cs',
    )
    expect(line).toMatchObject({
      network: {name: {text: 'Vymyšlená síť'}, kind: 'aliance', group: 'czech-networks'},
      role: {text: 'člen'},
      since: {text: '2009'},
      mark: 'skončilo, stav: 2017',
    })
    expect(line).not.toHaveProperty('member')
  })

  it('has no end that is unknown, and no role that no source states', () => {
    const [line] = overviewLines([{...ours, role: 'member', roleStated: false, status: 'unknown'}], 'cs')
    expect(line).not.toHaveProperty('until')
    expect(line).not.toHaveProperty('role')
  })

  it('leaves out networks without a page in the language, and only the malformed membership', () => {
    expect(overviewLines([ours, {...ours, network: null}], 'en')).toEqual([])
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const lines = overviewLines(
      [
        {...ours, since: 'once upon a time'},
        {...ours, _id: 'm2'},
      ],
      'cs',
    )
    expect(lines.map(({id}) => id)).toEqual(['m2'])
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })
})

describe('the filters of the overview', () => {
  const rows = [
    {group: 'czech-networks', kind: 'alliance', status: 'unknown'},
    {group: 'czech-networks', kind: 'umbrella', status: 'former'},
    {group: 'european-networks', kind: 'other', status: 'unknown'},
    {group: 'european-networks', kind: null, status: null},
  ]
  const shown = (selection: object) =>
    facetViews(rows, selection, 'en', siteTexts(null, 'en')).map(({options}) =>
      options.map(({label, count, current}) => `${current ? '*' : ''}${label} ${count}`),
    )

  it('have an option for each existing value, with its number of memberships', () => {
    expect(shown({})).toEqual([
      ['*all 4', 'Czech networks 2', 'European networks 2'],
      ['*all 4', 'umbrella organisation 1', 'alliance 1', 'other 1'],
      ['*all 4', 'former 1', 'not confirmed 2'],
    ])
  })

  it('count each facet within the selection of the others, and link to a wider selection', () => {
    expect(shown({group: 'czech-networks'})).toEqual([
      ['all 4', '*Czech networks 2', 'European networks 2'],
      ['*all 2', 'umbrella organisation 1', 'alliance 1'],
      ['*all 2', 'former 1', 'not confirmed 1'],
    ])
    const [groups, , statuses] = facetViews(
      rows,
      {group: 'czech-networks', status: 'former'},
      'cs',
      siteTexts(null, 'cs'),
    )
    expect(groups?.options[0]?.href).toBe('/cs/nase-clenstvi/prehled/skoncilo')
    expect(statuses?.options[0]?.href).toBe('/cs/nase-clenstvi/prehled/ceske-site')
  })

  it('are left out where all memberships have the same value, unless one is chosen', () => {
    const same = rows.map((row) => ({...row, status: 'unknown'}))
    expect(facetViews(same, {}, 'en', siteTexts(null, 'en')).map(({facet}) => facet)).toEqual([
      'group',
      'kind',
    ])
    expect(
      facetViews(same, {status: 'unknown'}, 'en', siteTexts(null, 'en')).map(({facet}) => facet),
    ).toContain('status')
  })

  it('keep the current option without memberships, so that a visitor can remove it', () => {
    const selection = {group: 'european-networks', status: 'former'}
    expect(countSelected(rows, selection)).toBe(0)
    expect(shown(selection)[2]).toEqual(['all 2', '*former 0', 'not confirmed 1'])
    expect(selectionLabels(selection, 'cs', siteTexts(null, 'cs'))).toEqual(['Evropské sítě', 'skončilo'])
  })
})
