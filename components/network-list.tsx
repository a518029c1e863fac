import type {GroupEntry, NetworkEntry} from '#lib/content/landing-view.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import {NetworkMark} from './network-mark.tsx'

function Participation({memberships, locale}: {memberships: NetworkEntry['memberships']; locale: Locale}) {
  const {membership} = messagesIn(locale)
  if (memberships.length === 0) return null
  return (
    <ul className="participation">
      {memberships.map(({id, member, role, since, until, status}) => (
        <li key={id}>
          {role && (
            <>
              <strong>
                <LangText {...role} />
              </strong>
              {' – '}
            </>
          )}
          <LangText {...member} />
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
          {status && <small> ({typeset(status)})</small>}
        </li>
      ))}
    </ul>
  )
}

/** The groups with their first networks: logo, kind, name, summary, memberships. */
export function NetworkList({entries, locale}: {entries: GroupEntry[]; locale: Locale}) {
  const {groupLeads, emptyGroup, landing, textAsOf} = messagesIn(locale)
  return entries.map(({group, name, href, networks, total}) => (
    <section key={group} className="group">
      <h2>
        <a href={href}>{name}</a>
      </h2>
      <p className="group-lead">{networks.length > 0 ? groupLeads[group] : emptyGroup}</p>
      {networks.length > 0 && (
        <ul className="networks">
          {networks.map((network) => (
            <li key={network.id}>
              <NetworkMark network={network} />
              <div>
                {network.kind && <p className="kind">{typeset(network.kind)}</p>}
                <h3>
                  <a href={network.href}>
                    <LangText {...network.name} />
                  </a>
                </h3>
                {network.summary && (
                  <p>
                    <LangText {...network.summary} />
                    {network.textAsOf && (
                      <small>
                        {` (${textAsOf.toLowerCase()}: `}
                        <DateTime {...network.textAsOf} />)
                      </small>
                    )}
                  </p>
                )}
              </div>
              <Participation memberships={network.memberships} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      {total > networks.length && (
        <p>
          <a href={href}>
            {landing.all} ({total})<span className="visually-hidden">: {name}</span>
          </a>
        </p>
      )}
    </section>
  ))
}
