import {accessibilityReviewed, accessibilityText} from '#lib/accessibility-text.ts'
import {displayUrl} from '#lib/display-url.ts'
import type {Locale} from '#lib/locales.ts'
import {formatPartialDate} from '#lib/partial-date.ts'
import {safeUrl} from '#lib/safe-url.ts'
import {typeset} from '#lib/typeset.ts'
import {DateTime} from './facts.tsx'

function Points({title, points}: {title: string; points: string[]}) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="points">
        {points.map((point) => (
          <li key={point}>{typeset(point)}</li>
        ))}
      </ul>
    </section>
  )
}

/** `website` is where the organisation can be written to. */
export function Accessibility({locale, website}: {locale: Locale; website?: string | null | undefined}) {
  const text = accessibilityText(locale)
  const href = safeUrl(website)
  return (
    <>
      <section>
        <h2>{text.standard}</h2>
        <p>{typeset(text.standardText)}</p>
      </section>
      <Points title={text.how} points={text.howPoints} />
      <Points title={text.limits} points={text.limitPoints} />
      {href && (
        <section>
          <h2>{text.contact}</h2>
          <p>
            {typeset(text.contactText)} <a href={href}>{displayUrl(href)}</a>
          </p>
        </section>
      )}
      <p className="as-of">
        {text.reviewed}{' '}
        <DateTime
          text={formatPartialDate(accessibilityReviewed, locale) ?? ''}
          machine={accessibilityReviewed}
        />
      </p>
    </>
  )
}
