import {describe, expect, it, vi} from 'vitest'
import {homeOrganizationId} from '#lib/home-organization.ts'
import {overviewOf} from '#lib/views/overview-view.ts'

const network = {
  _id: 'n1',
  name: {cs: 'Vymyšlená síť', en: 'Made-up network'},
  slug: {cs: {current: 'vymyslena'}},
  level: 'czech',
  bodyType: 'alliance',
}
const ours = {
  _id: 'm1',
  member: {_type: 'organization' as const, _id: homeOrganizationId, name: {cs: 'SIMI'}},
}

describe('the overview of memberships', () => {
  it('has a line for each membership: who, as what, since and until when, and how it stands', () => {
    const [line] = overviewOf(
      [
        {
          ...network,
          memberships: [
            {
              ...ours,
              role: 'member',
              roleStated: true,
              since: '2009',
              untilKnown: false,
              status: 'former',
              asOf: '2017',
            },
          ],
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
      until: {text: 'není známo'},
      status: {word: 'skončilo', asOf: 'stav: 2017'},
    })
  })

  it('says no end of what has no known beginning, and no role that no source states', () => {
    const [line] = overviewOf(
      [{...network, memberships: [{...ours, role: 'member', roleStated: false, untilKnown: false}]}],
      'cs',
    )
    expect(line).not.toHaveProperty('until')
    expect(line).not.toHaveProperty('role')
  })

  it('leaves out what has no page in the language, and a malformed membership without the others', () => {
    expect(overviewOf([{...network, memberships: [ours]}], 'en')).toEqual([])
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const lines = overviewOf(
      [
        {
          ...network,
          memberships: [
            {...ours, since: 'once upon a time'},
            {...ours, _id: 'm2'},
          ],
        },
      ],
      'cs',
    )
    expect(lines.map(({id}) => id)).toEqual(['m2'])
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})
