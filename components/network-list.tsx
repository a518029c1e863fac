import {type EditAttribute, editNetworkName, printedPath} from '#lib/content/edit-target.ts'
import type {GroupEntry, NetworkEntry} from '#lib/content/landing-view.ts'
import {editText} from '#lib/content/site-texts.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {DateTime} from './facts.tsx'
import {LangText} from './lang-text.tsx'
import {NetworkMark} from './network-mark.tsx'

/** One line for each membership: "chairperson – Magda Faltová, for SIMI, since: 2015". */
function Participation({
  memberships,
  locale,
  edit,
}: {
  memberships: NetworkEntry['memberships']
  locale: Locale
  edit: EditAttribute
}) {
  const {membership} = messagesIn(locale)
  if (memberships.length === 0) return null
  return (
    <ul className="participation">
      {memberships.map(({id, role, member, since, until, mark}) => (
        <li key={id} data-sanity={edit({id, type: 'membership'}, 'role')}>
          {role && (
            <strong>
              <LangText {...role} />
            </strong>
          )}
          {role && member && ' – '}
          {member && <LangText {...member} />}
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
          {mark && <small> ({typeset(mark)})</small>}
        </li>
      ))}
    </ul>
  )
}

/**
 * Networks in a list: logo, kind, name, SIMI's part, summary. `level` is that of the names. A short list has
 * neither logos nor kinds.
 */
export function NetworkEntries({
  networks,
  level,
  locale,
  edit,
  isShort = false,
}: {
  networks: NetworkEntry[]
  level: 2 | 3
  locale: Locale
  edit: EditAttribute
  isShort?: boolean
}) {
  const Heading = `h${level}` as const
  const editField = ({id}: NetworkEntry, path: string) => edit({id, type: 'network'}, path)
  return (
    <ul className={isShort ? 'networks short' : 'networks'}>
      {networks.map((network) => (
        <li key={network.id} id={isShort ? undefined : network.slugs[locale]}>
          {!isShort && <NetworkMark network={network} edit={editField(network, 'logo')} />}
          <div>
            {!isShort && network.kind && (
              <p className="kind" data-sanity={editField(network, 'bodyType')}>
                {typeset(network.kind)}
              </p>
            )}
            <Heading>
              <a href={network.href} data-sanity={editNetworkName(edit, network, locale)}>
                <LangText {...network.name} />
              </a>
            </Heading>
            <Participation memberships={network.memberships} locale={locale} edit={edit} />
            {network.summary && (
              <p data-sanity={editField(network, printedPath('summary', network.summary, locale))}>
                <LangText {...network.summary} />
                {network.mark && (
                  <small data-sanity={editField(network, 'sourceText.asOf')}>
                    {' '}
                    ({typeset(network.mark)})
                  </small>
                )}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The groups with their first networks. */
export function NetworkList({
  entries,
  locale,
  texts,
  edit,
  isShort = false,
}: {
  entries: GroupEntry[]
  locale: Locale
  texts: SiteTexts
  edit: EditAttribute
  isShort?: boolean
}) {
  const {emptyGroup, landing} = messagesIn(locale)
  const editOf = editText(edit, locale)
  return entries.map(({group, href, networks, total}) => (
    <section key={group} className="group">
      <h2>
        <a href={href} data-sanity={editOf(group, 'title')}>
          {texts[group].title}
        </a>
      </h2>
      {(networks.length === 0 || !isShort) && (
        <p className="group-lead" data-sanity={networks.length > 0 ? editOf(group, 'lead') : undefined}>
          {networks.length > 0 ? texts[group].lead : emptyGroup}
        </p>
      )}
      {networks.length > 0 && (
        <NetworkEntries networks={networks} level={3} locale={locale} edit={edit} isShort={isShort} />
      )}
      {total > networks.length && (
        <p>
          <a href={href}>
            {landing.all} ({total})<span className="visually-hidden">: {texts[group].title}</span>
          </a>
        </p>
      )}
    </section>
  ))
}
