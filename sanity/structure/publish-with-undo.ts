import type {SanityDocument} from '@sanity/client'
import {useEffect, useRef} from 'react'
import {type DocumentActionComponent, useClient, useDocumentOperationEvent} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {type Publish, undoPublish} from './undo-publish.ts'
import {changedSince, useUndoToast} from './use-undo-toast.tsx'

const refusals = {
  undone: undefined,
  changed: changedSince,
  needed: t(
    'Už to potřebuje jiný dokument, proto to zůstalo, jak je. Předchozí podobu najdete v Přehledu změn.',
    'Another document needs it already, so it stays as it is. The previous version is in Review changes.',
  ),
}

/** Calls back after each publish of a document in this tab, with the versions before and after. */
function usePublishes(
  {id, type, draft, published}: Parameters<DocumentActionComponent>[0],
  onPublish: (publish: Publish) => void,
) {
  const event = useDocumentOperationEvent(id, type)
  const handled = useRef(event)
  const isExpected = useRef(false)
  const previous = useRef<SanityDocument | null>(published)
  useEffect(() => {
    if (event !== handled.current) {
      handled.current = event
      isExpected.current = event?.type === 'success' && event.op === 'publish'
    }
    // The new version may arrive before the event or after it.
    if (draft) previous.current = published
    else if (isExpected.current && published && published._rev !== previous.current?._rev) {
      isExpected.current = false
      onPublish({previous: previous.current, published})
      previous.current = published
    }
  })
}

/** Adds an undo to Sanity's action "Publish". */
export function withUndo(publishAction: DocumentActionComponent): DocumentActionComponent {
  const publishWithUndo: DocumentActionComponent = (props) => {
    const client = useClient({apiVersion})
    const offerUndo = useUndoToast()
    usePublishes(props, (publish) =>
      offerUndo({
        id: `published-${props.id}`,
        title: t('Zveřejněno.', 'Published.'),
        undone: publish.previous
          ? t(
              'Na webu je zase předchozí podoba. Vaše změny jsou v konceptu.',
              'The site has the previous version again. Your changes are in the draft.',
            )
          : t('Na webu už to není. Zůstalo to jako koncept.', 'It is off the site again, and is a draft.'),
        undo: async () => refusals[await undoPublish(client, publish)],
      }),
    )
    return publishAction(props)
  }
  return Object.assign(publishWithUndo, {action: publishAction.action})
}
