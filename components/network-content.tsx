import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {Fact} from '#lib/content/fact.ts'
import type {NetworkView} from '#lib/content/network-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {DateTime, Facts, FactText} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import {RichText} from './rich-text.tsx'
import {SectionHeading} from './section-heading.tsx'

/** Facts beside the text, with a section of their own. */
const sideKeys = ['topics', 'names']
/** Facts below the text. */
const restKeys = ['events', 'otherCounts']
/** Keys of facts with many long values, in the order of the page. */
export const longFactKeys = [...sideKeys, ...restKeys]

function NetworkText({
  network: {id, body, summary, textAsOf, translatedFrom},
  locale,
  edit,
}: {
  network: NetworkView
  locale: Locale
  edit: EditAttribute
}) {
  const document = {id, type: 'network'}
  const {textAsOf: asOf, networkPage} = messagesIn(locale)
  return (
    <>
      {(body || summary) && <SectionHeading label={networkPage.text} />}
      {body ? (
        <RichText {...body} level={3} edit={edit(document, `body.${body.lang ?? locale}`)} />
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
  locale,
  edit,
  cited,
}: {
  fact: Fact
  locale: Locale
  edit: EditAttribute
  cited: readonly string[] | undefined
}) {
  const list = (
    <ul>
      {values.map((value) => (
        <li key={value.key} data-sanity={value.edit && edit(value.edit, value.edit.path)}>
          <FactText value={value} locale={locale} cited={cited} />
        </li>
      ))}
    </ul>
  )
  return (
    <section className={`record ${key}`}>
      <SectionHeading label={label} />
      {key === 'otherCounts' ? (
        <details>
          <summary>
            {messagesIn(locale).facts.otherCounts} ({values.length})
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  )
}

/** A network below its title: SIMI's role first, because a phone shows one column; text, facts. */
export function NetworkContent({
  network,
  locale,
  edit,
}: {
  network: NetworkView
  locale: Locale
  edit: EditAttribute
}) {
  const messages = messagesIn(locale)
  const cited = network.sources.map(({id}) => id)
  // The kind of body is above the title.
  const short = network.facts.filter(({key}) => !longFactKeys.includes(key) && key !== 'bodyType')
  const longFacts = (keys: readonly string[]) =>
    keys
      .flatMap((key) => network.facts.filter((fact) => fact.key === key))
      .map((fact) => (
        <LongFact
          key={fact.key}
          fact={fact}
          locale={locale}
          edit={edit}
          // A count means little without its source: it is named.
          cited={fact.key === 'otherCounts' ? undefined : cited}
        />
      ))
  return (
    <div className="network-body">
      {network.memberships.length > 0 && (
        <section className="memberships">
          <SectionHeading label={messages.membership.title} />
          {network.memberships.map(({id, facts}) => (
            <Facts key={id} facts={facts} locale={locale} edit={edit} />
          ))}
        </section>
      )}
      <div className="network-text">
        <NetworkText network={network} locale={locale} edit={edit} />
      </div>
      <div className="network-side">
        {short.length > 0 && (
          <section className="key-facts">
            <SectionHeading label={messages.facts.title} />
            <Facts facts={short} locale={locale} edit={edit} />
          </section>
        )}
        {longFacts(sideKeys)}
      </div>
      <div className="network-rest">{longFacts(restKeys)}</div>
    </div>
  )
}
