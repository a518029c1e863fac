/** The document of SIMI, whose site this is. The home page shows it; its memberships count as our own. */
export const homeOrganizationId = 'organization-simi'

/** Its website, in the footer of every page. A constant: reading it would cost every page a query. */
export const homeWebsite = 'https://migrace.com/'
