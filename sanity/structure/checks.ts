import {t} from '#sanity/studio/language.ts'

/** A check older than this many months is out of date; the rule for active memberships says the same. */
export const monthsUntilStale = 24

/** The day (`YYYY-MM-DD`) from which on a check still counts. */
export function checkedSince(now = new Date()): string {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() - monthsUntilStale)
  return day.toISOString().slice(0, 10)
}

/** True when one of several fields has text in one language only. */
const halfTranslated = (...fields: string[]) =>
  fields.map((field) => `(defined(${field}.cs) != defined(${field}.en))`).join(' || ')

const isNoAddress = (field: string) =>
  `(defined(${field}) && !string::startsWith(${field}, "http://") && !string::startsWith(${field}, "https://"))`

const isGone = (field: string) => `(defined(${field}._ref) && !defined(${field}->_id))`

/**
 * What "Needs a check" lists, as GROQ filters over what an editor sees. A document may be on several lists. Dead links
 * are those that can be told without asking the web: references to documents that are gone, addresses that are none.
 */
export const checks: readonly {id: string; title: string; filter: string}[] = [
  {
    id: 'not-checked',
    title: t('Dva roky neověřeno', 'Not checked for two years'),
    filter: '_type in ["network", "membership"] && !(coalesce(lastChecked, "") >= $checkedSince)',
  },
  {
    id: 'undated-counts',
    title: t('Počty bez data', 'Counts without a date'),
    filter: '_type == "network" && count(counts[!defined(asOf)]) > 0',
  },
  {
    id: 'without-source',
    title: t('Údaje bez pramene', 'Facts without a source'),
    filter: `(_type == "membership" && coalesce(count(sources), 0) == 0)
      || (_type in ["network", "organization", "person"] && (${[
        'names',
        'events',
        'counts',
        'topics',
        'positions',
      ]
        .map((facts) => `count(${facts}[!defined(source)]) > 0`)
        .join(' || ')}))`,
  },
  {
    id: 'half-translated',
    title: t('Chybí překlad', 'Missing translation'),
    filter: `(_type == "network" && (${halfTranslated('name', 'slug', 'summary', 'body')}))
      || (_type == "organization" && (${halfTranslated('name', 'summary')}))
      || (_type == "membership" && (${halfTranslated('roleLabel', 'contribution')}))`,
  },
  {
    id: 'dead-links',
    title: t('Odkazy, které nikam nevedou', 'Links that lead nowhere'),
    filter: `(_type in ["network", "organization"] && (
        ${[isNoAddress('website'), isGone('parent'), isGone('host')].join(' || ')}
        || count(otherLinks[${isNoAddress('url')}]) > 0
      ))
      || (_type == "membership" && (
        ${['network', 'member', 'onBehalfOf', 'reportsTo'].map(isGone).join(' || ')}
        || count(sources[!defined(@->_id)]) > 0
      ))
      || (_type == "source" && (${isNoAddress('url')} || ${isNoAddress('archivedUrl')}))`,
  },
]
