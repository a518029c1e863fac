import {useContext, useMemo} from 'react'
import type {ArrayOfObjectsInputProps} from 'sanity'
import {FormBuilderContext} from 'sanity/_singletons'

/**
 * Keeps bold, italic, lists and links visible in a narrow form. In the form with the id `root`, Sanity hides all
 * of them behind "…" when the editor is narrower than 400 px. In other forms it hides only those that don't
 * fit. Sanity has no setting for this (6.15) and reads the id for nothing else.
 * tests/e2e/form-layout.spec.ts fails when that changes.
 */
export function BlockContentInput(props: ArrayOfObjectsInputProps) {
  const form = useContext(FormBuilderContext)
  const renamed = useMemo(() => form && {...form, id: 'block-content'}, [form])
  return (
    <FormBuilderContext.Provider value={renamed}>{props.renderDefault(props)}</FormBuilderContext.Provider>
  )
}
