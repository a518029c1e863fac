import {Fragment} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {NetworkView} from '#lib/content/network-view.ts'
import {itemPath} from '#lib/content/shared-facts.ts'
import type {SourceView} from '#lib/content/source-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {LangText} from './lang-text.tsx'
import {SectionHeading} from './section-heading.tsx'

export function Sources({
  sources,
  locale,
  edit,
}: {
  sources: SourceView[]
  locale: Locale
  edit: EditAttribute
}) {
  const {networkPage} = messagesIn(locale)
  if (sources.length === 0) return null
  return (
    <section>
      <SectionHeading label={networkPage.sources} />
      <ol className="sources">
        {sources.map(({id, title, href, archivedHref, notes}, index) => (
          <li
            key={id}
            id={`${networkPage.source}-${index + 1}`}
            data-sanity={edit({id, type: 'source'}, 'title')}
          >
            {href ? (
              <a href={href}>
                <LangText {...title} />
              </a>
            ) : (
              <LangText {...title} />
            )}
            {notes.length > 0 && (
              <small>
                {' – '}
                {notes.map((note, noteIndex) => (
                  <Fragment key={note.text}>
                    {noteIndex > 0 && ', '}
                    <LangText {...note} />
                  </Fragment>
                ))}
              </small>
            )}
            {archivedHref && (
              <small>
                {' ('}
                <a href={archivedHref}>{networkPage.archived}</a>)
              </small>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/**
 * The corrections of the source text. Labels in words, not only colour and strokes, tell old from new text.
 * On the page of a translation the corrected text is not visible, so an introduction says that they are about
 * the original.
 */
export function Corrections({
  network: {id, corrections, translatedFrom},
  locale,
  edit,
}: {
  network: Pick<NetworkView, 'id' | 'corrections' | 'translatedFrom'>
  locale: Locale
  edit: EditAttribute
}) {
  const {networkPage, correctionFrom, correctionTo} = messagesIn(locale)
  if (corrections.length === 0) return null
  return (
    <section>
      <SectionHeading label={networkPage.corrections} />
      <p>{translatedFrom ? networkPage.correctedIn[translatedFrom] : networkPage.correctionsText}</p>
      <details>
        <summary>
          {networkPage.showCorrections} ({corrections.length})
        </summary>
        <ul className="corrections">
          {corrections.map(({key, from, to, reason}) => (
            <li key={key} data-sanity={edit({id, type: 'network'}, itemPath('corrections', key))}>
              {correctionFrom}:{' '}
              <del>
                <LangText {...from} />
              </del>
              <br />
              {correctionTo}:{' '}
              <ins>
                <LangText {...to} />
              </ins>
              {reason && (
                <small>
                  <br />
                  <LangText {...reason} />
                </small>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
