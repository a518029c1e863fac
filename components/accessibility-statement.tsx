import type {EditAttribute} from '#lib/content/edit-target.ts'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {accessibilityReviewed, accessibilityText} from '#lib/i18n/messages/accessibility-page.ts'
import {safeUrl} from '#lib/parsing/safe-url.ts'
import {displayUrl} from '#lib/typography/display-url.ts'
import {typeset} from '#lib/typography/typeset.ts'
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

/** `website`: the contact page of the organisation. */
export function AccessibilityStatement({
  locale,
  website,
  edit,
}: {
  locale: Locale
  website?: string | null | undefined
  edit: EditAttribute
}) {
  const text = accessibilityText(locale)
  const href = safeUrl(website)
  const editWebsite = edit({id: homeOrganizationId, type: 'organization'}, 'website')
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
            {typeset(text.contactText)}{' '}
            <a href={href} data-sanity={editWebsite}>
              {displayUrl(href)}
            </a>
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
