/** Whether the HTML is complete. An empty or cut-off page can have status 200. */
export const isWholePage = (html: string): boolean => /<\/html>\s*$/.test(html)
