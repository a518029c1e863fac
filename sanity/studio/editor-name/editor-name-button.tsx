import {UserIcon} from '@sanity/icons/User'
import {Box, Button, Dialog} from '@sanity/ui'
import {useState} from 'react'
import {t} from '#sanity/i18n/studio-language.ts'
import {answeredName} from './editor-name.ts'
import {EditorNameForm} from './editor-name-form.tsx'
import {useSaysName} from './use-says-name.ts'

/** Shows the editor's name and changes it. */
export function EditorNameButton() {
  const saysName = useSaysName()
  const [open, setOpen] = useState(false)
  if (!saysName) return null
  const close = () => setOpen(false)
  const name = answeredName()
  return (
    <>
      <Button
        aria-label={name ? t(`Vaše jméno: ${name}`, `Your name: ${name}`) : undefined}
        icon={UserIcon}
        mode="bleed"
        onClick={() => setOpen(true)}
        style={{maxWidth: '12em'}}
        text={name || t('Kdo jste?', 'Who are you?')}
      />
      {open && (
        <Dialog
          header={t('Kdo jste?', 'Who are you?')}
          id="editor-name"
          onClickOutside={close}
          onClose={close}
          width={0}
        >
          <Box padding={4}>
            <EditorNameForm cancel={t('Zrušit', 'Cancel')} onCancel={close} />
          </Box>
        </Dialog>
      )}
    </>
  )
}
