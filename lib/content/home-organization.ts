/** The document of the organisation whose site this is: its home page, and the "we" of every membership. */
export const homeOrganizationId = 'organization-simi'
