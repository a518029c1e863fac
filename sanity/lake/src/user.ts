/** The only user: the person at this machine. The value is stored as the author of transactions. */
export const userId = 'local-member'
