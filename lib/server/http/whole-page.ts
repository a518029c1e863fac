/** Whether a page's text has arrived whole: an empty one, or one that is cut off, may come with a 200. */
export const isWholePage = (html: string): boolean => /<\/html>\s*$/.test(html)
