import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {FacetView} from '#lib/content/overview-choices.ts'
import type {OverviewLine} from '#lib/content/overview-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {countOf, messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'

function MembershipTableRow({line, edit}: {line: OverviewLine; edit: EditAttribute}) {
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

/** Links instead of form controls: each selection has a path of its own, and no script is needed. */
function Filters({facets, locale}: {facets: FacetView[]; locale: Locale}) {
  return (
    <nav className="filters" aria-label={messagesIn(locale).overview.filters}>
      <dl>
        {facets.map(({facet, label, options}) => (
          <div key={facet}>
            <dt>{label}</dt>
            {options.map(({key, label: words, count, href, current}) => (
              <dd key={key}>
                <a href={href} aria-current={current ? 'true' : undefined}>
                  {typeset(words)} <small>{count}</small>
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </nav>
  )
}

/** All memberships in one table. It is wider than a small screen, so its container scrolls. */
export function OverviewTable({
  lines,
  facets,
  chosen,
  total,
  locale,
  edit,
}: {
  lines: OverviewLine[]
  facets: FacetView[]
  /** The number of selected memberships, on all pages. */
  chosen: number
  /** The number of all memberships. */
  total: number
  locale: Locale
  edit: EditAttribute
}) {
  const {overview, membership} = messagesIn(locale)
  const all = countOf(total, overview.count, locale)
  return (
    <>
      <Filters facets={facets} locale={locale} />
      <p>{chosen === total ? all : typeset(`${chosen} ${overview.of} ${all}`)}</p>
      {lines.length === 0 ? (
        <p>{overview.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
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
                <MembershipTableRow key={line.id} line={line} edit={edit} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
