import {Box, Button} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {t} from '#sanity/i18n/studio-language.ts'

type Undoable = {
  id: string
  title: string
  undone: string
  /** @returns why it could not be undone, or undefined. */
  undo: () => Promise<string | undefined>
}

/** Long enough to look at the site before undoing. */
const undoMs = 60_000

export const failureToast = {
  status: 'error',
  title: t('Nepodařilo se, zkuste to znovu.', 'That failed, please try again.'),
} as const

export const changedSince = t(
  'Mezitím to změnil někdo jiný, proto to zůstalo, jak je.',
  'Someone else has changed it since, so it stays as it is.',
)

/** A toast that says what has changed on the site, with an undo button. */
export function useUndoToast() {
  const toast = useToast()
  return ({id, title, undone, undo}: Undoable) => {
    const handleUndo = async () => {
      try {
        const refusal = await undo()
        toast.push({
          id,
          ...(refusal ? {status: 'warning', title: refusal} : {status: 'success', title: undone}),
          closable: true,
        })
      } catch (error) {
        console.error(`Undoing "${title}" failed.`, error)
        toast.push(failureToast)
      }
    }
    toast.push({
      id,
      status: 'success',
      title,
      closable: true,
      duration: undoMs,
      description: (
        <Box paddingTop={3}>
          <Button mode="ghost" onClick={handleUndo} text={t('Vrátit zpět', 'Undo')} />
        </Box>
      ),
    })
  }
}
