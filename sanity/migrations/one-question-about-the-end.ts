import {at, defineMigration, set, unset} from 'sanity/migrate'

const statuses: unknown[] = ['active', 'former', 'unknown']

/**
 * Until November 2026 two fields said whether a membership is active: `status`, and `untilKnown` with an
 * empty `until`. They could contradict each other. `status` alone remains. `untilKnown` sets it only where it
 * has no valid value, and is then removed. Dates never change, even if they contradict the status: "Needs a
 * check" lists those for an editor.
 */
export default defineMigration({
  title: 'Replace untilKnown of memberships by status',
  documentTypes: ['membership'],
  filter: 'defined(untilKnown) || !(status in ["active", "former", "unknown"])',
  migrate: {
    document({status, until, untilKnown}) {
      const answer = untilKnown === true && !until ? 'active' : 'unknown'
      const changes = [
        ...(statuses.includes(status) ? [] : [at('status', set(answer))]),
        ...(untilKnown === undefined ? [] : [at('untilKnown', unset())]),
      ]
      // Idempotent: a second run changes nothing.
      return changes.length > 0 ? changes : undefined
    },
  },
})
