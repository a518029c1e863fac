import {Box, Button} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {t} from '#sanity/i18n/studio-language.ts'

type Undoable = {id: string; title: string; undone: string; undo: () => Promise<boolean>}

/** Long enough to look at the site first. */
const undoMs = 60_000

export const failed = {
  status: 'error',
  title: t('Nepodařilo se, zkuste to znovu.', 'That failed, please try again.'),
} as const

const changedSince = t(
  'Mezitím to změnil někdo jiný, proto to zůstalo, jak je.',
  'Someone else has changed it since, so it stays as it is.',
)

/** Says what is on the site now, with the way back. */
export function useUndoToast() {
  const toast = useToast()
  return ({id, title, undone, undo}: Undoable) => {
    const takeBack = async () => {
      try {
        const complete = await undo()
        toast.push({
          id,
          ...(complete ? {status: 'success', title: undone} : {status: 'warning', title: changedSince}),
          closable: true,
        })
      } catch (error) {
        console.error(`Undoing "${title}" failed.`, error)
        toast.push(failed)
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
          <Button mode="ghost" onClick={takeBack} text={t('Vrátit zpět', 'Undo')} />
        </Box>
      ),
    })
  }
}
