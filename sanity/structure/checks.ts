import {checkedSince} from '#lib/content/last-checked.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {checkedTypeNames, isOfType} from '#sanity/queries/content-types.ts'
import {informsAnother, sitsForAnother} from '#sanity/queries/fragments.ts'
import {ahead, before, dateParams, over} from './date-conditions.ts'

/** What the filters below compare with. */
export const checkParams = (now = new Date()) => ({...dateParams(now), checkedSince: checkedSince(now)})

/** Lists of facts with the field that holds when something was. */
const pastDates = {events: 'date', counts: 'asOf', names: 'announced', positions: 'asOf', documents: 'date'}

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
    filter: `${isOfType(checkedTypeNames)} && !(coalesce(lastChecked, "") >= $checkedSince && lastChecked <= $lastDayBegun)`,
  },
  {
    id: 'contradictions',
    title: t('Trvání a data si odporují', 'Status and dates disagree'),
    filter: `_type == "membership" && (
      (status == "active" && ${over('until')})
      || (status == "former" && (${ahead('until')} || ${ahead('since')}))
      || (!(status in ["active", "former"]) && defined(until))
      || ${before('until', 'since')}
    )`,
  },
  {
    id: 'impossible',
    title: t('Data v budoucnosti a kruhy', 'Dates ahead, and circles'),
    filter: `${Object.entries(pastDates)
      .map(([list, field]) => `count(${list}[${ahead(field)}]) > 0`)
      .join(' || ')}
      || ${['asOf', 'retrieved', 'sourceText.asOf'].map(ahead).join(' || ')}
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
