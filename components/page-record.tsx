import {homeWebsite} from '#lib/content/home-organization.ts'
import type {PageRecord} from '#lib/content/page-record.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {displayUrl} from '#lib/typography/display-url.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'

/**
 * The end of a page: when it changed and was checked, a line to cite it by, and where to report an error. The
 * line is on paper too: a document without script can't know the date of printing, so it names the version.
 */
export function PageRecordSection({
  record,
  publisher,
  locale,
}: {
  record: PageRecord
  publisher: string
  locale: Locale
}) {
  const {title, url, changed, changedNote, checked} = record
  const {pageRecord: words} = messagesIn(locale)
  return (
    <section className="page-record">
      <h2>{words.title}</h2>
      <dl className="facts">
        {changed && (
          <div>
            <dt>{words.changed}</dt>
            <dd>
              <DateTime {...changed} />
              {changedNote && <small> ({typeset(changedNote)})</small>}
            </dd>
          </div>
        )}
        {checked && (
          <div>
            <dt>{words.checked}</dt>
            <dd>
              {checked.text && typeset(checked.text)}
              {checked.text && checked.date && ' '}
              {checked.date && <DateTime {...checked.date} />}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.cite}</dt>
          <dd className="cite-line">
            {publisher}: <LangText {...title} />. {changed && `${words.version} ${changed.text}. `}
            {url}
          </dd>
        </div>
        <div className="report">
          <dt>{words.wrong}</dt>
          <dd>
            {words.write} <a href={homeWebsite}>{displayUrl(homeWebsite)}</a>. {typeset(words.giveAddress)}
          </dd>
        </div>
      </dl>
    </section>
  )
}
