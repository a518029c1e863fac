import {homeOrganizationId} from '../content/home-organization.ts'

/** An organisation has the same `@id` on all pages and in both languages. SIMI's is `/#organization`. */
export function organizationId(siteUrl: string, id: string | null | undefined): string {
  return id === homeOrganizationId || !id ? `${siteUrl}/#organization` : `${siteUrl}/#${id}`
}
