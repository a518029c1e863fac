import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {typeset} from '#lib/typeset.ts'
import type {CorrectionView} from '#lib/views/network-view.ts'
import type {SourceView} from '#lib/views/source-view.ts'
import {LangText} from './lang-text.tsx'

export function Sources({sources, locale}: {sources: SourceView[]; locale: Locale}) {
  const {networkPage} = messagesIn(locale)
  if (sources.length === 0) return null
  return (
    <section>
      <h2>{networkPage.sources}</h2>
      <ol className="sources">
        {sources.map(({id, title, href, archivedHref, notes}, index) => (
          <li key={id} id={`source-${index + 1}`}>
            {href ? <a href={href}>{typeset(title)}</a> : typeset(title)}
            {notes.length > 0 && <small> – {typeset(notes.join(', '))}</small>}
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

/** What an editor changed against the source text. The labels say it in words: colour and strokes don't. */
export function Corrections({corrections, locale}: {corrections: CorrectionView[]; locale: Locale}) {
  const messages = messagesIn(locale)
  if (corrections.length === 0) return null
  return (
    <section>
      <h2>{messages.networkPage.corrections}</h2>
      <p>{messages.networkPage.correctionsText}</p>
      <ul className="corrections">
        {corrections.map(({key, from, to, reason}) => (
          <li key={key}>
            {messages.correctionFrom}:{' '}
            <del>
              <LangText {...from} />
            </del>
            <br />
            {messages.correctionTo}:{' '}
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
    </section>
  )
}
