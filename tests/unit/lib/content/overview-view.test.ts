import {describe, expect, it, vi} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {chosenCount, facetViews, selectionLabels} from '#lib/content/overview-choices.ts'
import {overviewOf} from '#lib/content/overview-view.ts'

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
  it('has a line for each membership: who, as what, since and until when, and how it stands', () => {
    const [line] = overviewOf(
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
      network: {name: {text: 'Vymyšlená síť'}, kind: 'aliance'},
      group: {name: 'České sítě', href: '/cs/nase-clenstvi/ceske-site'},
      member: {text: 'SIMI'},
      role: {text: 'člen'},
      since: {text: '2009'},
      until: {text: 'skončilo, datum není známo'},
      status: {word: 'skončilo', asOf: 'stav: 2017'},
    })
  })

  it('says no end of what has no known beginning, and no role that no source states', () => {
    const [line] = overviewOf([{...ours, role: 'member', roleStated: false, status: 'unknown'}], 'cs')
    expect(line).not.toHaveProperty('until')
    expect(line).not.toHaveProperty('role')
  })

  it('leaves out what has no page in the language, and a malformed membership without the others', () => {
    expect(overviewOf([ours, {...ours, network: null}], 'en')).toEqual([])
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const lines = overviewOf(
      [
        {...ours, since: 'once upon a time'},
        {...ours, _id: 'm2'},
      ],
      'cs',
    )
    expect(lines.map(({id}) => id)).toEqual(['m2'])
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})

describe('choosing from the overview', () => {
  const rows = [
    {group: 'czech-networks', kind: 'alliance', status: 'unknown'},
    {group: 'czech-networks', kind: 'umbrella', status: 'former'},
    {group: 'european-networks', kind: 'other', status: 'unknown'},
    {group: 'european-networks', kind: null, status: null},
  ]
  const shown = (selection: object) =>
    facetViews(rows, selection, 'en').map(({options}) =>
      options.map(({label, count, current}) => `${current ? '*' : ''}${label} ${count}`),
    )

  it('offers what there is, with how many each choice leads to', () => {
    expect(shown({})).toEqual([
      ['*all 4', 'Czech networks 2', 'European networks 2'],
      ['*all 4', 'umbrella organisation 1', 'alliance 1', 'other 1'],
      ['*all 4', 'former 1', 'not confirmed 2'],
    ])
  })

  it('counts each facet with what the others have been narrowed to, and can be widened again', () => {
    expect(shown({group: 'czech-networks'})).toEqual([
      ['all 4', '*Czech networks 2', 'European networks 2'],
      ['*all 2', 'umbrella organisation 1', 'alliance 1'],
      ['*all 2', 'former 1', 'not confirmed 1'],
    ])
    const [groups, , statuses] = facetViews(rows, {group: 'czech-networks', status: 'former'}, 'cs')
    expect(groups?.options[0]?.href).toBe('/cs/nase-clenstvi/prehled/skoncilo')
    expect(statuses?.options[0]?.href).toBe('/cs/nase-clenstvi/prehled/ceske-site')
  })

  it('keeps a choice that leads to nothing, so that it can be seen and undone', () => {
    const selection = {group: 'european-networks', status: 'former'}
    expect(chosenCount(rows, selection)).toBe(0)
    expect(shown(selection)[2]).toEqual(['all 2', '*former 0', 'not confirmed 1'])
    expect(selectionLabels(selection, 'cs')).toEqual(['Evropské sítě', 'skončilo'])
  })
})
