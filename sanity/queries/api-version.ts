/** The version of Sanity's API in every request. A version never changes its behaviour. */
export const apiVersion = '2025-02-19'
