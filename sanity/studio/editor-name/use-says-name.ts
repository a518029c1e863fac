import {useCurrentUser} from 'sanity'

/** Whether editors say their names themselves. On hosted Sanity they have accounts. */
export const useSaysName = (): boolean => useCurrentUser()?.provider === 'embedded'
