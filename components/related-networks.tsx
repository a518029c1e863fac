import type {RelatedView} from '#lib/content/related-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'
import {SectionHeading} from './section-heading.tsx'

/** Links from a network to related networks, with the relation in words. */
export function RelatedNetworks({networks, locale}: {networks: RelatedView[]; locale: Locale}) {
  if (networks.length === 0) return null
  return (
    <section>
      <SectionHeading label={messagesIn(locale).related.title} />
      <ul className="related">
        {networks.map(({id, name, href, how}) => (
          <li key={id}>
            <a href={href}>
              <LangText {...name} />
            </a>
            {how.map(({words, body, status}) => (
              <small key={words + body?.text}>
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
    </section>
  )
}
