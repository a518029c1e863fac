import {draftMode} from 'next/headers'
import {JsonLd} from '#components/json-ld.tsx'
import {LangText} from '#components/lang-text.tsx'
import {NetworkContent} from '#components/network-content.tsx'
import {NetworkMark} from '#components/network-mark.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {type Group, groupPath, landingPath} from '#lib/routes.ts'
import {listGraph} from '#lib/structured-data/graph.ts'
import {networkViews} from '#lib/views/network-view.ts'
import {parseEnv} from '#sanity/env.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {editAttribute} from '#sanity/presentation/edit-attribute.ts'
import {GROUP_PAGE_QUERY, groupPageTags} from '#sanity/queries/group-page.ts'

/** The networks of a group, each with its full text. */
export async function GroupPage({locale, group}: {locale: Locale; group: Group}) {
  const rows = await sanityFetch({query: GROUP_PAGE_QUERY, params: {group}, tags: groupPageTags(group)})
  const networks = networkViews(rows, locale)
  const {isEnabled} = await draftMode()
  const {navigation, groupLeads, emptyGroup} = messagesIn(locale)
  const {siteUrl} = parseEnv(process.env)
  const title = navigation.groups[group]
  const path = groupPath(locale, group)
  const trail = [{href: landingPath(locale), label: navigation.landing}]
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={groupPath(otherLocale(locale), group)}
      trail={trail}
      title={title}
      lead={networks.length > 0 ? groupLeads[group] : emptyGroup}
    >
      {networks.map((network) => (
        <article key={network.id} id={network.slugs[locale]} className="network">
          <header className="network-title">
            <NetworkMark network={network} />
            <div>
              {network.kind && <p className="kind">{network.kind}</p>}
              <h2>
                <a href={network.paths[locale]}>
                  <LangText {...network.name} />
                </a>
              </h2>
            </div>
          </header>
          <NetworkContent
            network={network}
            level={3}
            locale={locale}
            edit={editAttribute(isEnabled)}
            folded
          />
        </article>
      ))}
      <JsonLd graph={listGraph(rows, {siteUrl, locale, path, title, trail})} />
    </PageFrame>
  )
}
