import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {dayOf} from '#lib/dates/day.ts'

/** A document is checked on the day on which it is written. So "Needs a check" does not list new documents. */
export const checkedToday = () => ({lastChecked: dayOf(new Date())})

/** What is nearly always true of a new membership: SIMI is the member, and it goes on. */
export const newMembership = () => ({
  ...checkedToday(),
  status: 'active',
  member: {_type: 'reference', _ref: homeOrganizationId},
})
