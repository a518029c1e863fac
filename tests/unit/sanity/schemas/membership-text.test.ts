import {expect, test} from 'vitest'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {membershipText} from '#sanity/schemas/membership-text.ts'

const network = {cs: 'Konsorcium', en: 'Consortium'}
const ours = {network, memberId: homeOrganizationId, memberType: 'organization', memberName: {cs: 'Sdružení'}}

test('a membership in a list is called by its network, and SIMI is not repeated', () => {
  expect(membershipText({...ours, role: 'founding-member', since: '2010-22', status: 'active'})).toEqual({
    title: 'Konsorcium',
    subtitle: 'zakládající člen · od léta 2010 · trvá',
  })
})

test('another member is named after the role, with the organization it acts for in brackets', () => {
  const person = {
    memberId: 'person-a',
    memberType: 'person',
    memberName: 'Jana Nová',
    memberGender: 'feminine',
  }
  const row = {network, ...person, onBehalfOfId: homeOrganizationId, role: 'chair', since: '2015'}
  expect(membershipText({...row, status: 'unknown'}).subtitle).toBe(
    'předsedkyně · Jana Nová (SIMI) · od 2015 · neví se, zda trvá',
  )
  expect(membershipText({...ours, memberId: `drafts.${homeOrganizationId}`, status: 'active'}).subtitle).toBe(
    'trvá',
  )
})

test('an end is said once: by its date, or in words when the date is not known', () => {
  const former = {...ours, role: 'member', status: 'former'}
  expect(membershipText({...former, since: '2010', until: '2024-12'}).subtitle).toBe(
    'člen · od 2010 do prosince 2024',
  )
  expect(membershipText(former).subtitle).toBe('člen · skončilo, neví se kdy')
})

test('a role that no source states, and an unknown code, are not printed', () => {
  expect(membershipText({...ours, role: 'chair', roleStated: false, status: 'active'}).subtitle).toBe('trvá')
  expect(membershipText({...ours, role: 'made-up', status: 'active'}).subtitle).toBe('trvá')
  expect(membershipText({status: 'active'}).title).toBe('Síť není vybraná')
})
