import type {EditAttribute} from '#lib/edit-attribute.ts'
import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import type {NetworkView} from '#lib/views/network-view.ts'
import {DateTime, Facts} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import {type HeadingLevel, RichText} from './rich-text.tsx'

/**
 * A network below its heading: the text, who of SIMI takes part, the facts. The same on its own page and in the
 * list of its group; only the level of the headings differs.
 */
export function NetworkContent({
  network,
  level,
  locale,
  edit,
}: {
  network: NetworkView
  level: HeadingLevel
  locale: Locale
  edit: EditAttribute
}) {
  const messages = messagesIn(locale)
  const document = {id: network.id, type: 'network'}
  const Heading = `h${level}` as const
  const {body, summary, textAsOf} = network
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
      {textAsOf && (
        <p className="as-of" data-sanity={edit(document, 'sourceText.asOf')}>
          {messages.textAsOf}: <DateTime {...textAsOf} />
        </p>
      )}
      {network.memberships.length > 0 && (
        <section className="memberships">
          <Heading>{messages.membership.title}</Heading>
          {network.memberships.map(({id, facts}) => (
            <Facts key={id} facts={facts} locale={locale} edit={edit} />
          ))}
        </section>
      )}
      {network.facts.length > 0 && (
        <section>
          <Heading>{messages.facts.title}</Heading>
          <Facts facts={network.facts} locale={locale} edit={edit} />
        </section>
      )}
    </>
  )
}
