import {TextArea} from '@sanity/ui'
import type {ChangeEvent, FocusEvent, KeyboardEvent} from 'react'
import {type InputProps, type StringInputProps, set, unset} from 'sanity'
import {styled} from 'styled-components'

/** Browsers without `field-sizing` show two lines, which can be dragged larger. */
const Wrapping = styled(TextArea)`
  &:is(textarea) {
    field-sizing: content;
    resize: none;
  }

  @supports not (field-sizing: content) {
    &:is(textarea) {
      min-height: 4rem;
      resize: vertical;
    }
  }
`

/** Whether the input is a field of free text in one line. Items of an array use Enter to add the next one. */
export const isFreeText = (props: InputProps): props is StringInputProps =>
  props.schemaType.name === 'string' &&
  !props.schemaType.components?.input &&
  !(props.schemaType.options && 'list' in props.schemaType.options) &&
  typeof props.path.at(-1) === 'string'

const keepOneLine = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault()
}

/** Text in one line that wraps where the field is narrow, so that a long name can be read as a whole. */
export function WrappingStringInput(props: StringInputProps) {
  const {elementProps, validationError, readOnly, value, onChange} = props
  const handleChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    // Pasted text may have several lines.
    const {value} = event.currentTarget
    if (/[\r\n]/.test(value)) event.currentTarget.value = value.replace(/\s*[\r\n]+\s*/g, ' ')
    elementProps.onChange(event as unknown as ChangeEvent<HTMLInputElement>)
  }
  // Spaces at the ends are not part of a name, and spaces alone are none.
  const handleBlur = (event: FocusEvent<HTMLTextAreaElement>) => {
    const trimmed = value?.trim()
    if (value !== undefined && trimmed !== value) onChange(trimmed ? set(trimmed) : unset())
    elementProps.onBlur(event as unknown as FocusEvent<HTMLInputElement>)
  }
  return (
    <Wrapping
      {...(elementProps as object)}
      rows={1}
      readOnly={readOnly}
      customValidity={validationError}
      onChange={handleChange}
      onBlur={handleBlur}
      onKeyDown={keepOneLine}
    />
  )
}
