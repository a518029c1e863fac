import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import type {PortableTextInputProps} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {pasteNotice} from './paste-notice.ts'
import {plainTextAsHtml, readPastedHtml} from './pasted-blocks.ts'

/** Long enough to read a few sentences and to note a word of the link. */
const noticeMs = 30_000

/** Text copied from an editor of the Studio itself. */
const ownFormat = 'application/x-portable-text'

/** Converts what is pasted into formatted text, and says what was left out. */
export function usePasteHandler(): NonNullable<PortableTextInputProps['onPaste']> {
  const toast = useToast()
  return useCallback(
    ({event}) => {
      const {clipboardData} = event
      if (clipboardData.types.includes(ownFormat)) return undefined
      const html = clipboardData.getData('text/html') || plainTextAsHtml(clipboardData.getData('text/plain'))
      if (!html) return undefined
      const pasted = readPastedHtml(html)
      if (pasted.blocks.length === 0) return undefined
      const notice = pasteNotice(pasted)
      if (notice.length > 0)
        toast.push({
          id: 'paste-notice',
          status: 'warning',
          title: t('Vloženo s úpravami', 'Pasted with changes'),
          description: notice.join(' '),
          closable: true,
          duration: noticeMs,
        })
      return {insert: pasted.blocks}
    },
    [toast],
  )
}
