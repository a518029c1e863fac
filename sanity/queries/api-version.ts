/** The version of Sanity's API everything here asks for; its meaning never changes, a newer one may differ. */
export const apiVersion = '2025-02-19'
