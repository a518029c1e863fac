/** The one user: whoever sits at this machine. */
export const memberId = 'local-member'
