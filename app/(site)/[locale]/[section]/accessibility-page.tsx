import type {Metadata} from 'next'
import {Accessibility} from '#components/accessibility.tsx'
import {JsonLd} from '#components/json-ld.tsx'
import {PageFrame} from '#components/page-frame.tsx'
import {accessibilityText} from '#lib/accessibility-text.ts'
import {homeOrganizationId} from '#lib/home-organization.ts'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {pageMetadata} from '#lib/page-metadata.ts'
import {accessibilityPath, alternatesOf, ogImagePath} from '#lib/routes.ts'
import {breadcrumbs, graph} from '#lib/structured-data/graph.ts'
import {parseEnv} from '#sanity/env.ts'
import {sanityFetch} from '#sanity/fetch.ts'
import {HOME_PAGE_QUERY, homePageTags} from '#sanity/queries/home-page.ts'

export function accessibilityMetadata(locale: Locale): Metadata {
  const {title, lead} = accessibilityText(locale)
  return pageMetadata(locale, {
    title,
    description: lead,
    alternates: alternatesOf(accessibilityPath),
    image: ogImagePath(locale, 'accessibility'),
  })
}

export async function AccessibilityPage({locale}: {locale: Locale}) {
  const organization = await sanityFetch({
    query: HOME_PAGE_QUERY,
    params: {id: homeOrganizationId},
    tags: homePageTags(),
  })
  const {siteUrl} = parseEnv(process.env)
  const path = accessibilityPath(locale)
  const {title, lead} = accessibilityText(locale)
  return (
    <PageFrame
      locale={locale}
      path={path}
      twin={accessibilityPath(otherLocale(locale))}
      title={title}
      lead={lead}
    >
      <Accessibility locale={locale} website={organization?.website} />
      <JsonLd graph={graph([breadcrumbs({siteUrl, locale, path, title})])} />
    </PageFrame>
  )
}
