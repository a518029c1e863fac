import {AddIcon} from '@sanity/icons/Add'
import type {DocumentActionComponent} from 'sanity'
import {useRouter} from 'sanity/router'
import {t} from '#sanity/i18n/studio-language.ts'
import {membershipTemplate} from './initial-values.ts'

/** Creates a membership in the open network. */
export const addMembership: DocumentActionComponent = ({id, published}) => {
  const {navigateIntent} = useRouter()
  return {
    label: t('Přidat členství', 'Add a membership'),
    icon: AddIcon,
    disabled: !published,
    title: published ? undefined : t('Nejdřív síť zveřejněte.', 'Publish the network first.'),
    onHandle: () =>
      navigateIntent('create', [{type: 'membership', template: membershipTemplate.id}, {network: id}]),
  }
}
