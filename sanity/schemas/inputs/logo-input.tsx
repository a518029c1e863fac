import {Card, Stack, Text} from '@sanity/ui'
import {type ClipboardEvent, type DragEvent, type FormEvent, useContext, useMemo, useState} from 'react'
import {type ObjectInputProps, unset} from 'sanity'
import {FormBuilderContext} from 'sanity/_singletons'
import {checkedSource, type UploadMessage} from './checked-upload.ts'
import {refusedFiles} from './logo-file.ts'

type FileEvent = ClipboardEvent | DragEvent | FormEvent

function filesOf({nativeEvent, target}: FileEvent): File[] {
  if (nativeEvent instanceof globalThis.DragEvent) return Array.from(nativeEvent.dataTransfer?.files ?? [])
  if (nativeEvent instanceof globalThis.ClipboardEvent)
    return Array.from(nativeEvent.clipboardData?.files ?? [])
  return target instanceof HTMLInputElement ? Array.from(target.files ?? []) : []
}

/** A picture, with the reason below the field when a file can't be used. Chosen, dropped and pasted files. */
export function LogoInput(props: ObjectInputProps) {
  const [message, setMessage] = useState<UploadMessage>()
  const form = useContext(FormBuilderContext)
  const {onChange, value} = props
  const isEmpty = !value?.asset
  const checked = useMemo(() => {
    if (!form) return form
    const {image} = form.__internal
    const tell = (next: UploadMessage) => {
      setMessage(next)
      // Sanity has noted the upload in the draft.
      if (next.tone === 'critical' && isEmpty) onChange(unset())
    }
    const assetSources = image.assetSources.map((source) => checkedSource(source, tell))
    return {...form, __internal: {...form.__internal, image: {...image, assetSources}}}
  }, [form, isEmpty, onChange])

  // Before Sanity's own handlers: a refused file never reaches the draft.
  const handleFiles = (event: FileEvent) => {
    const files = filesOf(event)
    if (files.length === 0) return
    const refused = refusedFiles(files)
    setMessage(refused ? {tone: 'critical', text: refused} : undefined)
    if (!refused) return
    event.preventDefault()
    event.stopPropagation()
    // The same file, corrected, may be chosen again.
    if (event.target instanceof HTMLInputElement) event.target.value = ''
    // Sanity's invitation to drop files here closes on a drop, which it does not see.
    const left = new globalThis.DragEvent('dragleave', {bubbles: true, dataTransfer: new DataTransfer()})
    if (event.nativeEvent instanceof globalThis.DragEvent) event.target.dispatchEvent(left)
  }
  return (
    <Stack gap={3} onChangeCapture={handleFiles} onDropCapture={handleFiles} onPasteCapture={handleFiles}>
      <FormBuilderContext.Provider value={checked}>{props.renderDefault(props)}</FormBuilderContext.Provider>
      <div role="alert" data-testid="upload-message">
        {message && (
          <Card padding={3} radius={2} border tone={message.tone}>
            <Text size={1}>{message.text}</Text>
          </Card>
        )}
      </div>
    </Stack>
  )
}
