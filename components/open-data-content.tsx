import type {Locale} from '#lib/i18n/locales.ts'
import {dataPageText} from '#lib/i18n/messages/data-page.ts'
import {variants} from '#lib/open-data/table.ts'
import {tablePath, tables} from '#lib/open-data/tables.ts'
import {dataFiles, feedPath} from '#lib/routing/paths.ts'
import {typeset} from '#lib/typography/typeset.ts'

/** The page about the data: its tables, the other files, and how to read them. */
export function OpenDataContent({locale}: {locale: Locale}) {
  const text = dataPageText(locale)
  const others = [
    {href: dataFiles.package, label: text.dataPackage, type: 'application/json'},
    {href: dataFiles.popolo, label: text.popolo, type: 'application/json'},
    {href: dataFiles.schema, label: text.schema, type: 'application/schema+json'},
    {href: feedPath(locale), label: text.feed, type: 'application/atom+xml'},
  ]
  return (
    <>
      <section>
        <h2>{text.tables}</h2>
        <p>{typeset(text.tablesText)}</p>
        <ul className="tables">
          {tables.map((table) => (
            <li key={table.name}>
              <strong>{table.title[locale]}</strong>
              {variants.map((variant) => (
                <a key={variant} href={tablePath(table, variant)} type="text/csv">
                  {text[variant]}
                  <span className="visually-hidden">: {table.title[locale]}</span>
                </a>
              ))}
              <p>
                {text.columns} <code lang="en">{table.columns.map(({name}) => name).join(', ')}</code>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.others}</h2>
        <ul>
          {others.map(({href, label, type}) => (
            <li key={href}>
              <a href={href} type={type}>
                {typeset(label)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.reading}</h2>
        <ul className="points">
          {text.notes.map((note) => (
            <li key={note}>{typeset(note)}</li>
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
