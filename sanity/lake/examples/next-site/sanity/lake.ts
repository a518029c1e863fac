/** The address of the lake. On Sanity's hosting it is not set, and `projectId` is the id of a project there. */
export const lakeUrl = process.env.NEXT_PUBLIC_LAKE_URL

export const projectId = process.env.NEXT_PUBLIC_SANITY_PROJECT_ID ?? 'local'
export const dataset = process.env.NEXT_PUBLIC_SANITY_DATASET ?? 'production'
