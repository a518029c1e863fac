import {homeOrganizationId} from '../content/home-organization.ts'

/** One node for an organisation on all pages and in both languages: the site's own stands for itself. */
export function organizationId(siteUrl: string, id: string | null | undefined): string {
  return id === homeOrganizationId || !id ? `${siteUrl}/#organization` : `${siteUrl}/#${id}`
}
