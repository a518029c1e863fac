import {at, defineMigration, set, unset} from 'sanity/migrate'

const statuses: unknown[] = ['active', 'former', 'unknown']

/**
 * Until November 2026 two switches said whether a membership lasts: `status`, and `untilKnown` with an empty `until` for
 * "it goes on". They could contradict each other. `status` alone is asked now, so the other one goes; it answers only
 * where `status` holds no answer. Both dates stay as they are, also where they contradict the status: those are for an
 * editor, under "Needs a check".
 */
export default defineMigration({
  title: 'One question about the end of a membership',
  documentTypes: ['membership'],
  filter: 'defined(untilKnown) || !(status in ["active", "former", "unknown"])',
  migrate: {
    document({status, until, untilKnown}) {
      const answer = untilKnown === true && !until ? 'active' : 'unknown'
      const changes = [
        ...(statuses.includes(status) ? [] : [at('status', set(answer))]),
        ...(untilKnown === undefined ? [] : [at('untilKnown', unset())]),
      ]
      // A second run finds nothing to do.
      return changes.length > 0 ? changes : undefined
    },
  },
})
