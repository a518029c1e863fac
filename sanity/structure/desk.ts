import {definePlugin} from 'sanity'
import {addMembership} from './add-membership.ts'
import {needsCheckBadge, translationBadge} from './badges.ts'
import {membershipTemplate} from './initial-values.ts'
import {markAsChecked} from './mark-as-checked.ts'

const checkedTypes = ['network', 'membership']

/** What documents offer and say of themselves, whichever tool shows them. */
export const desk = definePlugin({
  name: 'desk',
  schema: {templates: (templates) => [...templates, membershipTemplate]},
  document: {
    actions: (actions, {schemaType}) => [
      ...actions,
      ...(checkedTypes.includes(schemaType) ? [markAsChecked] : []),
      ...(schemaType === 'network' ? [addMembership] : []),
    ],
    badges: (badges, {schemaType}) => [
      ...badges,
      translationBadge,
      ...(checkedTypes.includes(schemaType) ? [needsCheckBadge] : []),
    ],
    // The template needs a network to begin from: the "+" of a list has none.
    newDocumentOptions: (options) => options.filter(({templateId}) => templateId !== membershipTemplate.id),
  },
})
