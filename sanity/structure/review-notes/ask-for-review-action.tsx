import {CommentIcon} from '@sanity/icons/Comment'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useCurrentUser} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {AskForReviewForm} from './ask-for-review-form.tsx'

const title = t('Poprosit o posouzení', 'Ask for a review')

/** Leaves a note for colleagues on a document. */
export const askForReviewAction: DocumentActionComponent = ({id, type, draft, published, version}) => {
  const user = useCurrentUser()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  if (!user || !(draft ?? published ?? version)) return null
  const close = () => setOpen(false)
  return {
    label: title,
    icon: CommentIcon,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: title,
      width: 'small',
      onClose: close,
      content: (
        <AskForReviewForm
          askedBy={user.id}
          documentId={id}
          documentType={type}
          onAsked={() => {
            close()
            toast.push({
              status: 'success',
              title: t('Kolegové to uvidí na Úvodu.', 'Colleagues see it on their home.'),
              closable: true,
            })
          }}
          onCancel={close}
        />
      ),
    },
  }
}
