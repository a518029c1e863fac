import {draftMode} from 'next/headers'
import {locale as rootLocale} from 'next/root-params'
import {MissingPage} from '#components/missing-page.tsx'
import {ReloadPage} from '#components/reload-page.tsx'
import {idOfVersion, missingPage} from '#lib/content/missing-page.ts'
import {networkLink} from '#lib/content/network-link.ts'
import {isLocale, type Locale} from '#lib/i18n/locales.ts'
import {mapValid} from '#lib/parsing/map-valid.ts'
import {sectionSlug} from '#lib/routing/paths.ts'
import {parseRoute, routePath} from '#lib/routing/route.ts'
import {SHOWN_NETWORK_QUERY} from '#sanity/queries/missing-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {versionsWithSlug} from '#sanity/server/preview/versions.ts'
import NotFound from '../../../not-found.tsx'
import {loadSiteTexts} from '../../../site-texts.ts'
import {loadRow} from './network-row.ts'
import {requested} from './requested.ts'

/** The route of a network's page. Undefined for other addresses. */
function networkRoute(locale: Locale) {
  const {section, group, segments = []} = requested()
  if (section !== sectionSlug(locale) || !group) return undefined
  const route = parseRoute(locale, [group, ...segments.map(decodeURIComponent)])
  return route?.kind === 'network' ? route : undefined
}

/**
 * In a preview: why there is no page, and how to get one. Next renders this beside every page, before it
 * knows whether the page exists. So a page that exists is recognised first: it costs no further query.
 */
export default async function NotFoundBelowLanding() {
  const locale = await rootLocale()
  const route = isLocale(locale) ? networkRoute(locale) : undefined
  if (!isLocale(locale) || !route || !(await draftMode()).isEnabled) return <NotFound />
  const {slug, group} = route
  const row = await loadRow(slug)
  const [hasPage] = mapValid([row], slug, (found) => found && networkLink(found, locale).paths[locale])
  // An editor has just given the network its address.
  if (hasPage) return <ReloadPage />
  const versionIds = row?._id ? [row._id] : await versionsWithSlug(slug)
  const id = versionIds[0] && idOfVersion(versionIds[0])
  const shown =
    row ?? (id ? await sanityFetch({query: SHOWN_NETWORK_QUERY, params: {id}, tags: [networksTag]}) : null)
  return (
    <MissingPage
      locale={locale}
      path={routePath(locale, route)}
      group={group}
      missing={missingPage(versionIds, shown, locale)}
      texts={await loadSiteTexts(locale)}
      edit={editAttribute(true)}
    />
  )
}
