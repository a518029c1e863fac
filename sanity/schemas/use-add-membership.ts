import {useEditState} from 'sanity'
import {usePaneRouter} from 'sanity/structure'

export const membershipTemplateId = 'membership-in-network'

/**
 * Opens a new membership of a network beside its form, so that closing it leads back. Undefined until the
 * network is published: a membership can't be published before.
 */
export function useAddMembership(network: string): (() => void) | undefined {
  const {handleEditReference} = usePaneRouter()
  const {published} = useEditState(network, 'network')
  if (!published) return undefined
  return () =>
    handleEditReference({
      parentRefPath: [],
      id: crypto.randomUUID(),
      type: 'membership',
      template: {id: membershipTemplateId, params: {network}},
    })
}
