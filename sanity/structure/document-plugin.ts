import {definePlugin} from 'sanity'
import {checkedTypeNames} from '#sanity/queries/content-types.ts'
import {addMembership} from './add-membership.ts'
import {needsCheckBadge, translationBadge} from './badges.ts'
import {groupTemplates, membershipTemplate} from './initial-values.ts'
import {markAsChecked} from './mark-as-checked.ts'

const checkedTypes: readonly string[] = checkedTypeNames
const templatesOfPlaces = [membershipTemplate, ...groupTemplates]

/** What documents offer and say of themselves, whichever tool shows them. */
export const documentPlugin = definePlugin({
  name: 'documents',
  schema: {templates: (templates) => [...templates, ...templatesOfPlaces]},
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
    // These belong to a network or a group; a "+" anywhere else has none.
    newDocumentOptions: (options) =>
      options.filter(({templateId}) => !templatesOfPlaces.some(({id}) => id === templateId)),
  },
})
