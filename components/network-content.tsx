import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {Fact} from '#lib/content/fact.ts'
import type {NetworkView} from '#lib/content/network-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {DateTime, Facts, FactText} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import {type HeadingLevel, RichText} from './rich-text.tsx'

/** Keys of facts with many long values. They get sections of their own below the text, in this order. */
const longFactKeys = ['events', 'counts', 'topics', 'names']

function NetworkText({
  network: {id, body, summary, textAsOf, translatedFrom},
  level,
  locale,
  edit,
}: {
  network: NetworkView
  level: HeadingLevel
  locale: Locale
  edit: EditAttribute
}) {
  const document = {id, type: 'network'}
  const {textAsOf: asOf, networkPage} = messagesIn(locale)
  return (
    <>
      {body ? (
        <RichText {...body} level={level} edit={edit(document, `body.${body.lang ?? locale}`)} />
      ) : (
        summary && (
          <p data-sanity={edit(document, `summary.${summary.lang ?? locale}`)}>
            <LangText {...summary} />
          </p>
        )
      )}
      {(textAsOf || translatedFrom) && (
        <p className="as-of" data-sanity={edit(document, 'sourceText.asOf')}>
          {translatedFrom && networkPage.translatedFrom[translatedFrom]}
          {translatedFrom && textAsOf && '. '}
          {textAsOf && (
            <>
              {asOf}: <DateTime {...textAsOf} />
            </>
          )}
        </p>
      )}
    </>
  )
}

function LongFact({
  fact: {key, label, values},
  level,
  locale,
  edit,
  cited,
}: {
  fact: Fact
  level: HeadingLevel
  locale: Locale
  edit: EditAttribute
  cited: readonly string[] | undefined
}) {
  const Heading = `h${level}` as const
  return (
    <section className={`record ${key}`}>
      <Heading>{label}</Heading>
      <ul>
        {values.map((value) => (
          <li key={value.key} data-sanity={value.edit && edit(value.edit, value.edit.path)}>
            <FactText value={value} locale={locale} cited={cited} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/**
 * A network below its heading: text, memberships, facts. Used on its own page and on the page of its group;
 * there the facts are collapsed (`isCollapsed`) and the headings are one level lower.
 */
export function NetworkContent({
  network,
  level,
  locale,
  edit,
  isCollapsed = false,
}: {
  network: NetworkView
  level: HeadingLevel
  locale: Locale
  edit: EditAttribute
  isCollapsed?: boolean
}) {
  const messages = messagesIn(locale)
  const Heading = `h${level}` as const
  // The page of one network has a list of sources. Counts name their source anyway: a count means little
  // without it.
  const cited = isCollapsed ? undefined : network.sources.map(({id}) => id)
  const short = network.facts.filter(({key}) => !longFactKeys.includes(key))
  const records = longFactKeys.flatMap((key) => network.facts.filter((fact) => fact.key === key))
  const shortFacts = short.length > 0 && (
    <section className="key-facts">
      <Heading>{messages.facts.title}</Heading>
      <Facts facts={short} locale={locale} edit={edit} />
    </section>
  )
  const longFacts = records.map((fact) => (
    <LongFact
      key={fact.key}
      fact={fact}
      level={level}
      locale={locale}
      edit={edit}
      cited={fact.key === 'counts' ? undefined : cited}
    />
  ))
  return (
    <div className="network-body">
      <div className="network-text">
        <NetworkText network={network} level={level} locale={locale} edit={edit} />
      </div>
      <div className="network-side">
        {network.memberships.length > 0 && (
          <section className="memberships">
            <Heading>{messages.membership.title}</Heading>
            {network.memberships.map(({id, facts}) => (
              <Facts key={id} facts={facts} locale={locale} edit={edit} />
            ))}
          </section>
        )}
        {!isCollapsed && shortFacts}
      </div>
      {network.facts.length > 0 && (
        <div className="network-rest">
          {isCollapsed ? (
            <details>
              <summary>
                {messages.facts.more}
                <span className="visually-hidden">
                  : <LangText {...network.name} />
                </span>
              </summary>
              {shortFacts}
              {longFacts}
            </details>
          ) : (
            longFacts
          )}
        </div>
      )}
    </div>
  )
}
