import type {NetworkView} from '#lib/content/network-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {longFactKeys} from './network-content.tsx'
import {sectionId} from './section-heading.tsx'

/** Fewer sections need no list. */
const MIN_SECTIONS = 4

/** Links to the sections of a network's page, in their order. */
export function Contents({
  network: {body, summary, memberships, facts, sources, corrections},
  hasRelated,
  locale,
}: {
  network: NetworkView
  hasRelated: boolean
  locale: Locale
}) {
  const {networkPage, membership, facts: factWords, related} = messagesIn(locale)
  const longFacts = longFactKeys.flatMap((key) => facts.filter((fact) => fact.key === key))
  const labels = [
    memberships.length > 0 && membership.title,
    (body || summary) && networkPage.text,
    facts.length > longFacts.length && factWords.title,
    ...longFacts.map(({label}) => label),
    hasRelated && related.title,
    sources.length > 0 && networkPage.sources,
    corrections.length > 0 && networkPage.corrections,
  ].filter((label) => typeof label === 'string')
  if (labels.length < MIN_SECTIONS) return null
  return (
    <nav className="contents" aria-label={networkPage.contents}>
      <ul>
        {labels.map((label) => (
          <li key={label}>
            <a href={`#${sectionId(label)}`}>{typeset(label)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
