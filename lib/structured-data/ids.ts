import {homeOrganizationId} from '../content/home-organization.ts'
import type {Locale} from '../i18n/locales.ts'

/** The site in one language: each has its own name and address. */
export const websiteId = (siteUrl: string, locale: Locale): string => `${siteUrl}/${locale}#website`

/** An organisation has the same `@id` on all pages and in both languages. SIMI's is `/#organization`. */
export function organizationId(siteUrl: string, id: string | null | undefined): string {
  return id === homeOrganizationId || !id ? `${siteUrl}/#organization` : `${siteUrl}/#${id}`
}
