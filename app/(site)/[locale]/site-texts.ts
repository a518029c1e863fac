import {cache} from 'react'
import {siteTexts, siteTextsId} from '#lib/content/site-texts.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {SITE_TEXTS_QUERY} from '#sanity/queries/site-texts.ts'
import {siteTextsTag} from '#sanity/queries/tags.ts'
import {publishedFetch, sanityFetch} from '#sanity/server/fetch.ts'

const request = {
  query: SITE_TEXTS_QUERY,
  params: {id: siteTextsId},
  tags: [siteTextsTag],
  // Until the document exists, pages have the first texts.
  isOptional: true,
}

/** The texts that editors write for the pages; drafts in draft mode. Cached for one render. */
export const loadSiteTexts = cache(async (locale: Locale) => siteTexts(await sanityFetch(request), locale))

/** The published texts, for feeds and pictures. */
export const publishedSiteTexts = async (locale: Locale) => siteTexts(await publishedFetch(request), locale)
