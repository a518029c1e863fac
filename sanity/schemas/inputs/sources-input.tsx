import {AddIcon} from '@sanity/icons/Add'
import {Button, Card, Stack} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {
  type ArrayInputFunctionsProps,
  type ArrayOfObjectsInputProps,
  type ArrayOfPrimitivesInputProps,
  type ArraySchemaType,
  type Reference,
  useClient,
} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {ensureSource, isComplete, type SourceChoice} from './source-choice.ts'
import {SourcePicker} from './source-picker.tsx'

type Item = Reference & {_key: string}

/**
 * Adds a known source with one click, and a new one without leaving the form. Sanity's own button opens an
 * empty item, and a new source in a pane of its own, which must be filled, published and closed.
 */
function AddSource({onItemAppend, readOnly, value = []}: ArrayInputFunctionsProps<Item, ArraySchemaType>) {
  const client = useClient({apiVersion})
  const toast = useToast()
  const [choice, setChoice] = useState<SourceChoice>()
  const [added, setAdded] = useState(0)
  const [busy, setBusy] = useState(false)
  if (readOnly) return null

  const add = async (wanted: SourceChoice) => {
    setBusy(true)
    try {
      const _ref = await ensureSource(client, wanted, new Date())
      if (!value.some((item) => item._ref === _ref)) onItemAppend({_type: 'reference', _key: _ref, _ref})
      setChoice(undefined)
      setAdded(added + 1)
    } catch (error) {
      console.error('The source could not be saved.', error)
      toast.push({
        status: 'error',
        title: t(
          'Zdroj se nepodařilo uložit, zkuste to znovu.',
          'The source was not saved, please try again.',
        ),
      })
    } finally {
      setBusy(false)
    }
  }
  const handleChange = (next: SourceChoice | undefined) => {
    setChoice(next)
    if (next && '_id' in next) void add(next)
  }
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        {/* A new key empties the search after each addition. */}
        <SourcePicker key={added} choice={choice} onChange={handleChange} />
        {choice && !('_id' in choice) && (
          <Button
            disabled={busy || !isComplete(choice)}
            icon={AddIcon}
            mode="ghost"
            onClick={() => add(choice)}
            text={t('Přidat nový zdroj', 'Add the new source')}
          />
        )}
      </Stack>
    </Card>
  )
}

/** The types of Sanity's array inputs leave open what an array contains. */
export function SourcesInput(props: ArrayOfObjectsInputProps | ArrayOfPrimitivesInputProps) {
  return props.renderDefault({...props, arrayFunctions: AddSource} as never)
}
