import {Button} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {failureToast, useUndoToast} from '../use-undo-toast.tsx'
import {type ReviewNote, reopen, settle} from './review-note.ts'

/** Settles a note with one click. @param describedBy the id of the note's text. */
export function SettleButton({note, describedBy}: {note: ReviewNote; describedBy: string}) {
  const client = useClient({apiVersion})
  const user = useCurrentUser()
  const toast = useToast()
  const offerUndo = useUndoToast()
  const [busy, setBusy] = useState(false)
  if (!user) return null
  const handleClick = async () => {
    setBusy(true)
    try {
      await settle(client, note, user.id, new Date())
      offerUndo({
        id: `settled-${note._id}`,
        title: t('Vyřízeno.', 'Done.'),
        undone: t('Prosba zase čeká.', 'The request is open again.'),
        undo: async () => {
          await reopen(client, note)
          return undefined
        },
      })
    } catch (error) {
      console.error(`The review note ${note._id} could not be settled.`, error)
      toast.push(failureToast)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      aria-describedby={describedBy}
      disabled={busy}
      mode="ghost"
      onClick={handleClick}
      text={t('Vyřízeno', 'Done')}
    />
  )
}
