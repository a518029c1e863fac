/** The document of SIMI, whose site this is. The home page shows it; its memberships count as our own. */
export const homeOrganizationId = 'organization-simi'
