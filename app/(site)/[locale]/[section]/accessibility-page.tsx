import type {Metadata} from 'next'
import {draftMode} from 'next/headers'
import {AccessibilityStatement} from '#components/accessibility-statement.tsx'
import {JsonLd} from '#components/json-ld.tsx'
import {PageLayout} from '#components/page-layout.tsx'
import {homeOrganizationId} from '#lib/content/home-organization.ts'
import {staticRecord} from '#lib/content/page-record.ts'
import {type Locale, otherLocale} from '#lib/i18n/locales.ts'
import {accessibilityReviewed, accessibilityText} from '#lib/i18n/messages/accessibility-page.ts'
import {pageMetadata} from '#lib/routing/page-metadata.ts'
import {accessibilityPath, alternatesOf, ogImagePath} from '#lib/routing/paths.ts'
import {config} from '#lib/server/config.ts'
import {breadcrumbs, graph} from '#lib/structured-data/graph.ts'
import {HOME_PAGE_QUERY} from '#sanity/queries/home-page.ts'
import {networksTag} from '#sanity/queries/tags.ts'
import {sanityFetch} from '#sanity/server/fetch.ts'
import {editAttribute} from '#sanity/server/preview/edit-attribute.ts'
import {loadSiteTexts} from '../site-texts.ts'

export async function accessibilityMetadata(locale: Locale): Promise<Metadata> {
  const {title, lead} = accessibilityText(locale)
  const {site} = await loadSiteTexts(locale)
  return pageMetadata(locale, {
    title,
    description: lead,
    alternates: alternatesOf(accessibilityPath),
    image: ogImagePath(locale, 'accessibility'),
    site,
  })
}

export async function AccessibilityPage({locale}: {locale: Locale}) {
  const organization = await sanityFetch({
    query: HOME_PAGE_QUERY,
    params: {id: homeOrganizationId},
    tags: [networksTag],
  })
  const edit = editAttribute((await draftMode()).isEnabled)
  const {siteUrl} = config
  const path = accessibilityPath(locale)
  const {title, lead} = accessibilityText(locale)
  return (
    <PageLayout
      locale={locale}
      path={path}
      alternate={accessibilityPath(otherLocale(locale))}
      title={title}
      lead={lead}
      record={staticRecord(title, siteUrl + path, accessibilityReviewed, locale)}
      texts={await loadSiteTexts(locale)}
      edit={edit}
    >
      <AccessibilityStatement locale={locale} website={organization?.website} edit={edit} />
      <JsonLd graph={graph([breadcrumbs({siteUrl, locale, path, title})])} />
    </PageLayout>
  )
}
