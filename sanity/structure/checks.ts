import {checkedSince} from '#lib/content/last-checked.ts'
import {dayOf} from '#lib/dates/day.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {checkedTypeNames, isOfType} from '#sanity/queries/content-types.ts'
import {informsAnother, sitsForAnother} from '#sanity/queries/fragments.ts'
import {addressesFragment, failingLinks} from '#sanity/queries/link-report.ts'
import {dateParams, isBefore, isFuture, isPast} from './date-conditions.ts'

const HOUR_MS = 3_600_000

/** Parameters of the filters below. */
export const checkParams = (now = new Date()) => {
  const hourAgo = new Date(now.getTime() - HOUR_MS)
  return {
    ...dateParams(now),
    checkedSince: checkedSince(now),
    writtenSince: hourAgo.toISOString(),
    writtenDay: dayOf(hourAgo),
  }
}

/** For each list of facts: its field with a date that must be past. */
const pastDates = {events: 'date', counts: 'asOf', names: 'announced', positions: 'asOf', documents: 'date'}

/** True if one of the fields has text in only one language. */
const halfTranslated = (...fields: string[]) =>
  fields.map((field) => `(defined(${field}.cs) != defined(${field}.en))`).join(' || ')

const isInvalidUrl = (field: string) =>
  `(defined(${field}) && !string::startsWith(${field}, "http://") && !string::startsWith(${field}, "https://"))`

const isDangling = (field: string) => `(defined(${field}._ref) && !defined(${field}->_id))`

const isWithoutConsent = (field: string) =>
  `!(coalesce(${field}->nameConsent.basis, "") in ["consent", "public-source"])`

/**
 * The lists under "Needs a check", as GROQ filters. A document may be in several lists. "dead-links" finds
 * references to missing documents and malformed URLs. `npm run check-links` finds what "not-answering" lists.
 */
export const checks: readonly {id: string; title: string; reason: string; filter: string}[] = [
  {
    id: 'not-checked',
    title: t('Dva roky neověřeno', 'Not checked for two years'),
    reason: t('neověřeno', 'not checked'),
    filter: `${isOfType(checkedTypeNames)} && !(coalesce(lastChecked, "") >= $checkedSince && lastChecked <= $latestToday)`,
  },
  {
    id: 'contradictions',
    title: t('Trvání a data si odporují', 'Status and dates disagree'),
    reason: t('trvání a data si odporují', 'status and dates disagree'),
    filter: `_type == "membership" && (
      (status == "active" && ${isPast('until')})
      || (status == "former" && (${isFuture('until')} || ${isFuture('since')}))
      || (!(status in ["active", "former"]) && defined(until))
      || ${isBefore('until', 'since')}
    )`,
  },
  {
    id: 'impossible',
    title: t('Data v budoucnosti a kruhy', 'Dates ahead, and circles'),
    reason: t('datum v budoucnosti, nebo kruh', 'a date ahead, or a circle'),
    filter: `${Object.entries(pastDates)
      .map(([list, field]) => `count(${list}[${isFuture(field)}]) > 0`)
      .join(' || ')}
      || ${['asOf', 'retrieved', 'sourceText.asOf', 'nameConsent.given'].map(isFuture).join(' || ')}
      || (defined(parent._ref) && _id in [
        parent._ref,
        parent->parent._ref,
        parent->parent->parent._ref,
        parent->parent->parent->parent._ref
      ])
      || (_type == "membership" && (
        (defined(reportsTo._ref) && !${informsAnother})
        || (defined(onBehalfOf._ref) && !(${sitsForAnother}))
      ))`,
  },
  {
    id: 'undated-counts',
    title: t('Počty bez data', 'Counts without a date'),
    reason: t('počet bez data', 'a count without a date'),
    filter: '_type == "network" && count(counts[!defined(asOf)]) > 0',
  },
  {
    id: 'without-source',
    title: t('Údaje bez zdroje', 'Facts without a source'),
    reason: t('chybí zdroj', 'a source is missing'),
    filter: `(_type == "membership" && coalesce(count(sources), 0) == 0)
      || (_type in ["network", "organization", "person"] && (${[
        'names',
        'events',
        'counts',
        'topics',
        'memberOf',
        'positions',
      ]
        .map((facts) => `count(${facts}[!defined(source)]) > 0`)
        .join(' || ')}))`,
  },
  {
    id: 'names-without-consent',
    title: t('Jména bez souhlasu', 'Names without consent'),
    reason: t('u jména není zapsán souhlas', 'no consent to a name is recorded'),
    filter: `_type == "membership" && (
      (member->_type == "person" && ${isWithoutConsent('member')})
      || count(representatives[public == true && defined(person->_id) && ${isWithoutConsent('person')}]) > 0
    )`,
  },
  {
    id: 'half-translated',
    title: t('Chybí překlad', 'Missing translation'),
    reason: t('chybí překlad', 'a translation is missing'),
    filter: `(_type == "network" && (${halfTranslated('name', 'slug', 'summary', 'body')}))
      || (_type == "organization" && (${halfTranslated('name', 'summary')}))
      || (_type == "membership" && (${halfTranslated('roleLabel', 'contribution')}))`,
  },
  {
    id: 'not-answering',
    title: t('Odkazy, které neodpovídají', 'Links that do not answer'),
    reason: t('odkaz neodpovídá', 'a link does not answer'),
    filter: `count(${addressesFragment}[@ in ${failingLinks}[].url]) > 0`,
  },
  {
    id: 'dead-links',
    title: t('Odkazy, které nikam nevedou', 'Links that lead nowhere'),
    reason: t('odkaz nikam nevede', 'a link leads nowhere'),
    filter: `(_type in ["network", "organization"] && (
        ${[isInvalidUrl('website'), isDangling('parent'), isDangling('host')].join(' || ')}
        || count(otherLinks[${isInvalidUrl('url')}]) > 0
      ))
      || (_type == "membership" && (
        ${['network', 'member', 'onBehalfOf', 'reportsTo'].map(isDangling).join(' || ')}
        || count(sources[!defined(@->_id)]) > 0
      ))
      || (_type == "source" && (${isInvalidUrl('url')} || ${isInvalidUrl('archivedUrl')}))`,
  },
]
