import type {EditAttribute} from '#lib/edit-attribute.ts'
import type {Locale} from '#lib/locales.ts'
import {countOf, messagesIn} from '#lib/messages/messages.ts'
import {typeset} from '#lib/typeset.ts'
import type {OverviewLine} from '#lib/views/overview-view.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'

function Line({line, edit}: {line: OverviewLine; edit: EditAttribute}) {
  const {network, group, member, role, since, until, status} = line
  return (
    <tr data-sanity={edit(line.edit, line.edit.path)}>
      <th scope="row">
        <a href={network.href}>
          <LangText {...network.name} />
        </a>
        {network.kind && <small>{typeset(network.kind)}</small>}
      </th>
      <td>
        <a href={group.href}>{typeset(group.name)}</a>
      </td>
      <td>
        <LangText {...member} />
        {role && (
          <small>
            <LangText {...role} />
          </small>
        )}
      </td>
      <td>{since && <DateTime {...since} />}</td>
      <td>{until && <DateTime {...until} />}</td>
      <td>
        {status && typeset(status.word)}
        {status?.asOf && <small>{typeset(status.asOf)}</small>}
      </td>
    </tr>
  )
}

/** All memberships as one table, wider than a small screen: it scrolls within its frame. */
export function Overview({
  lines,
  locale,
  edit,
}: {
  lines: OverviewLine[]
  locale: Locale
  edit: EditAttribute
}) {
  const {overview, membership} = messagesIn(locale)
  return (
    <>
      <p>{countOf(lines.length, overview.count, locale)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={overview.table}>
        <table className="dates overview" aria-label={overview.table}>
          <thead>
            <tr>
              <th scope="col">{overview.network}</th>
              <th scope="col">{overview.group}</th>
              <th scope="col">{overview.who}</th>
              <th scope="col">{membership.since}</th>
              <th scope="col">{membership.until}</th>
              <th scope="col">{membership.status}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} edit={edit} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
