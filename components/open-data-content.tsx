import {formatPartialDate} from '#lib/dates/partial-date.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {dataPageText} from '#lib/i18n/messages/data-page.ts'
import {membershipColumns, networkColumns} from '#lib/open-data/csv.ts'
import {dataFiles, feedPath} from '#lib/routing/paths.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {DateTime} from './facts.tsx'

/** `changed`: ISO timestamp of the latest change of any exported document. */
export function OpenDataContent({locale, changed}: {locale: Locale; changed?: string | undefined}) {
  const text = dataPageText(locale)
  const day = changed?.slice(0, 10)
  const files = [
    {href: dataFiles.popolo, label: text.popolo, type: 'application/json'},
    {href: dataFiles.schema, label: text.schema, type: 'application/schema+json'},
    {href: dataFiles.networks, label: text.networks, type: 'text/csv', columns: networkColumns},
    {href: dataFiles.memberships, label: text.memberships, type: 'text/csv', columns: membershipColumns},
    {href: feedPath(locale), label: text.feed, type: 'application/atom+xml'},
  ]
  return (
    <>
      <section>
        <h2>{text.files}</h2>
        <ul>
          {files.map(({href, label, type, columns}) => (
            <li key={href}>
              <a href={href} type={type}>
                {typeset(label)}
              </a>
              {columns && (
                <p>
                  {text.columns} <code lang="en">{columns.join(', ')}</code>
                </p>
              )}
            </li>
          ))}
        </ul>
        {day && (
          <p>
            {text.changed} <DateTime text={formatPartialDate(day, locale) ?? ''} machine={day} />.
          </p>
        )}
      </section>
      <section>
        <h2>{text.reading}</h2>
        <ul>
          {[text.csv, text.dates, text.status, text.people].map((line) => (
            <li key={line}>{typeset(line)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.licence}</h2>
        <p>{typeset(text.licenceText)}</p>
      </section>
    </>
  )
}
