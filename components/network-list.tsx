import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import type {GroupEntry, NetworkEntry} from '#lib/views/landing-view.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'

function Participation({memberships, locale}: {memberships: NetworkEntry['memberships']; locale: Locale}) {
  const {membership} = messagesIn(locale)
  return memberships.map(({id, member, role, since, until, status}) => (
    <p key={id} className="participation">
      <LangText {...member} />
      {role && (
        <>
          {' – '}
          <LangText {...role} />
        </>
      )}
      {since && (
        <>
          {`, ${membership.since.toLowerCase()}: `}
          <DateTime {...since} />
        </>
      )}
      {until && (
        <>
          {`, ${membership.until.toLowerCase()}: `}
          <DateTime {...until} />
        </>
      )}
      {status && ` (${status})`}
    </p>
  ))
}

/** The groups with their networks: name, what it is, who takes part. */
export function NetworkList({entries, locale}: {entries: GroupEntry[]; locale: Locale}) {
  const {groupLeads, emptyGroup} = messagesIn(locale)
  return entries.map(({group, name, href, networks}) => (
    <section key={group} className="group">
      <h2>
        <a href={href}>{name}</a>
      </h2>
      <p>{networks.length > 0 ? groupLeads[group] : emptyGroup}</p>
      {networks.length > 0 && (
        <ul className="networks">
          {networks.map((network) => (
            <li key={network.id}>
              <h3>
                <a href={network.href}>
                  <LangText {...network.name} />
                </a>
              </h3>
              {network.summary && (
                <p>
                  <LangText {...network.summary} />
                </p>
              )}
              <Participation memberships={network.memberships} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </section>
  ))
}
