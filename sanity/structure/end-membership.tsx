import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {useState} from 'react'
import {type DocumentActionComponent, useDocumentOperation} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {EndMembershipForm} from './end-membership-form.tsx'
import {endPatches} from './end-patches.ts'

/**
 * Asks when a membership ended and for the source, and writes both and the status to the draft. The editor
 * publishes as usual.
 */
export const endMembership: DocumentActionComponent = ({id, type, draft, published, version, release}) => {
  const {patch} = useDocumentOperation(id, type, release)
  const [open, setOpen] = useState(false)
  const document = version ?? draft ?? published
  if (!document || document.status === 'former') return null
  return {
    label: t('Ukončit členství', 'End this membership'),
    icon: CloseCircleIcon,
    disabled: Boolean(patch.disabled),
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: t('Ukončit členství', 'End this membership'),
      width: 'small',
      onClose: () => setOpen(false),
      content: (
        <EndMembershipForm
          since={typeof document.since === 'string' ? document.since : undefined}
          onEnd={(end) => {
            patch.execute(endPatches(document, end, new Date()))
            setOpen(false)
          }}
          onCancel={() => setOpen(false)}
        />
      ),
    },
  }
}
