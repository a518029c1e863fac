import {type EditAttribute, editNetworkName} from '#lib/content/edit-target.ts'
import type {RelatedView} from '#lib/content/related-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'
import {SectionHeading} from './section-heading.tsx'

/** Links from a network to related networks, with the relation in words. */
export function RelatedNetworks({
  networks,
  mapPath,
  locale,
  edit,
}: {
  networks: RelatedView[]
  /** The map around the network. */
  mapPath: string
  locale: Locale
  edit: EditAttribute
}) {
  if (networks.length === 0) return null
  return (
    <section>
      <SectionHeading label={messagesIn(locale).related.title} />
      <ul className="related">
        {networks.map(({id, name, href, how}) => (
          <li key={id}>
            <a href={href} data-sanity={editNetworkName(edit, {id, name}, locale)}>
              <LangText {...name} />
            </a>
            {how.map(({words, body, status, edit: target}) => (
              <small key={words + body?.text} data-sanity={edit(target, target.path)}>
                {words}
                {body && (
                  <>
                    {': '}
                    <LangText {...body} />
                  </>
                )}
                {status && typeset(` (${status})`)}
              </small>
            ))}
          </li>
        ))}
      </ul>
      <p>
        <a href={mapPath}>{messagesIn(locale).related.map}</a>
      </p>
    </section>
  )
}
