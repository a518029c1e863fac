import {useContext, useMemo} from 'react'
import type {ArrayOfObjectsInputProps, PortableTextInputProps} from 'sanity'
import {FormBuilderContext} from 'sanity/_singletons'
import {usePasteHandler} from '../paste/use-paste-handler.ts'

/**
 * Converts pasted text to what the site can show.
 *
 * Keeps bold, italic, lists and links visible in a narrow form. In the form with the id `root`, Sanity hides all
 * of them behind "…" when the editor is narrower than 400 px. In other forms it hides only those that don't
 * fit. Sanity has no setting for this (6.15) and reads the id for nothing else.
 * tests/e2e/form-layout.spec.ts fails when that changes.
 */
export function BlockContentInput(props: ArrayOfObjectsInputProps) {
  const form = useContext(FormBuilderContext)
  const renamed = useMemo(() => form && {...form, id: 'block-content'}, [form])
  const onPaste = usePasteHandler()
  return (
    <FormBuilderContext.Provider value={renamed}>
      {props.renderDefault({...props, onPaste} as PortableTextInputProps & ArrayOfObjectsInputProps)}
    </FormBuilderContext.Provider>
  )
}
