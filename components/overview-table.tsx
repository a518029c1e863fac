import {type EditAttribute, editNetworkName} from '#lib/content/edit-target.ts'
import type {FacetView} from '#lib/content/overview-choices.ts'
import type {OverviewLine} from '#lib/content/overview-view.ts'
import {editText} from '#lib/content/site-texts.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {countOf, messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {type Group, groupPath} from '#lib/routing/paths.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'

function MembershipTableRow({line, locale, edit}: {line: OverviewLine; locale: Locale; edit: EditAttribute}) {
  const {network, role, member, since, until, mark} = line
  const {membership} = messagesIn(locale)
  return (
    <tr data-sanity={edit(line.edit, line.edit.path)}>
      <th scope="row">
        <a href={network.href} data-sanity={editNetworkName(edit, network, locale)}>
          <LangText {...network.name} />
        </a>
        {network.kind && (
          <small data-sanity={edit({id: network.id, type: 'network'}, 'bodyType')}>
            {typeset(network.kind)}
          </small>
        )}
      </th>
      <td>
        {role ? <LangText {...role} /> : membership.roleNotStated}
        {member && (
          <small>
            <LangText {...member} />
          </small>
        )}
      </td>
      <td>
        {since && (
          <>
            {`${membership.since.toLowerCase()}: `}
            <DateTime {...since} />
          </>
        )}
        {since && until && ', '}
        {until && (
          <>
            {`${membership.until.toLowerCase()}: `}
            <DateTime {...until} />
          </>
        )}
        {mark && <small>{typeset(mark)}</small>}
      </td>
    </tr>
  )
}

/** The lines by group: those that follow each other in the same group. */
function byGroup(lines: OverviewLine[]): {group: Group; lines: OverviewLine[]}[] {
  const parts: {group: Group; lines: OverviewLine[]}[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    const {group} = line.network
    if (last?.group === group) last.lines.push(line)
    else parts.push({group, lines: [line]})
  }
  return parts
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

/** All memberships in one table, narrow enough for a small screen. */
export function OverviewTable({
  lines,
  facets,
  chosen,
  total,
  locale,
  texts,
  edit,
}: {
  lines: OverviewLine[]
  facets: FacetView[]
  /** The number of selected memberships, on all pages. */
  chosen: number
  /** The number of all memberships. */
  total: number
  locale: Locale
  texts: SiteTexts
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
        <div>
          <table className="dates overview" aria-label={overview.table}>
            <thead>
              <tr>
                <th scope="col">{overview.network}</th>
                <th scope="col">{membership.title}</th>
                <th scope="col">{overview.when}</th>
              </tr>
            </thead>
            {byGroup(lines).map((part) => (
              <tbody key={part.group}>
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    <a
                      href={groupPath(locale, part.group)}
                      data-sanity={editText(edit, locale)(part.group, 'title')}
                    >
                      {texts[part.group].title}
                    </a>
                  </th>
                </tr>
                {part.lines.map((line) => (
                  <MembershipTableRow key={line.id} line={line} locale={locale} edit={edit} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </>
  )
}
