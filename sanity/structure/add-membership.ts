import {AddIcon} from '@sanity/icons/Add'
import type {DocumentActionComponent} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {useAddMembership} from '#sanity/schemas/use-add-membership.ts'

/** Creates a membership in the open network. */
export const addMembership: DocumentActionComponent = ({id}) => {
  const add = useAddMembership(id)
  return {
    label: t('Přidat členství', 'Add a membership'),
    icon: AddIcon,
    disabled: !add,
    title: add ? undefined : t('Nejdřív síť zveřejněte.', 'Publish the network first.'),
    onHandle: () => add?.(),
  }
}
