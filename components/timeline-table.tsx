import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {allEntries} from '#lib/timeline/timeline-view.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {FactText} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import type {TimelineProps} from './timeline-picture.tsx'

/** The same data as the picture, plus the sources. */
export function TimelineTable({view, locale, edit}: TimelineProps) {
  const {timeline} = messagesIn(locale)
  return (
    <section>
      <h2 id="table">{timeline.table}</h2>
      <details>
        <summary>{timeline.showTable}</summary>
        <table className="dates when" aria-labelledby="table">
          <thead>
            <tr>
              <th scope="col">{timeline.when}</th>
              <th scope="col">{timeline.what}</th>
            </tr>
          </thead>
          {allEntries(view).map(({id, href, name, facts, edit: target}) => (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  <a href={href} data-sanity={edit(target, target.path)}>
                    <LangText {...name} />
                  </a>
                </th>
              </tr>
              {facts.map(({key, when, value}) => (
                <tr key={key} data-sanity={value.edit && edit(value.edit, value.edit.path)}>
                  <th scope="row">{typeset(when)}</th>
                  <td>
                    <FactText value={value} locale={locale} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </details>
    </section>
  )
}
