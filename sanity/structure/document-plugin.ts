import {definePlugin} from 'sanity'
import {pageOf} from '#lib/routing/document-pages.ts'
import {checkedTypeNames, contentTypeNames} from '#sanity/queries/content-types.ts'
import {addMembership} from './add-membership.ts'
import {needsCheckBadge, translationBadge} from './badges.ts'
import {endMembership} from './end-membership.tsx'
import {groupTemplates, membershipTemplate} from './initial-values.ts'
import {markAsChecked} from './mark-as-checked.ts'
import {openOnSite} from './open-on-site.ts'
import {withUndo} from './publish-with-undo.ts'
import {askForReviewAction} from './review-notes/ask-for-review-action.tsx'
import {WithReviewNotes} from './review-notes/notes-in-form.tsx'

const checkedTypes: readonly string[] = checkedTypeNames
const contentTypes: readonly string[] = contentTypeNames
/** They start from a network or a group. */
const contextTemplates = [membershipTemplate, ...groupTemplates]
/** Hidden in the global "+" menu, which knows no network or group. There is one document of `siteTexts`. */
const hiddenTemplates = ['siteTexts', ...contextTemplates.map(({id}) => id)]

/** Actions by which there could be two documents, or none. */
const notForOnlyDocument = ['delete', 'duplicate', 'unpublish']

/** Templates, actions and badges of documents, for every tool. */
export const documentPlugin = definePlugin({
  name: 'documents',
  schema: {templates: (templates) => [...templates, ...contextTemplates]},
  form: {components: {input: WithReviewNotes}},
  document: {
    actions: (actions, {schemaType}) => [
      ...actions
        .filter(({action}) => schemaType !== 'siteTexts' || !action || !notForOnlyDocument.includes(action))
        .map((action) => (action.action === 'publish' ? withUndo(action) : action)),
      ...(pageOf(schemaType) ? [openOnSite] : []),
      ...(checkedTypes.includes(schemaType) ? [markAsChecked] : []),
      ...(contentTypes.includes(schemaType) ? [askForReviewAction] : []),
      ...(schemaType === 'network' ? [addMembership] : []),
      ...(schemaType === 'membership' ? [endMembership] : []),
    ],
    badges: (badges, {schemaType}) => [
      ...badges,
      translationBadge,
      ...(checkedTypes.includes(schemaType) ? [needsCheckBadge] : []),
    ],
    newDocumentOptions: (options) => options.filter(({templateId}) => !hiddenTemplates.includes(templateId)),
  },
})
