import type {FocusEvent} from 'react'
import {type InputProps, type StringInputProps, set} from 'sanity'
import {completeUrl} from './typed-address.ts'

export const isUrl = (props: InputProps): props is StringInputProps => props.schemaType.name === 'url'

/** Completes an address when the field is left, as browsers do. */
export function UrlInput(props: StringInputProps) {
  const {value, onChange, elementProps, renderDefault} = props
  const handleBlur = (event: FocusEvent<HTMLInputElement>) => {
    const completed = completeUrl(value ?? '')
    if (value && completed !== value) onChange(set(completed))
    elementProps.onBlur(event)
  }
  return renderDefault({...props, elementProps: {...elementProps, onBlur: handleBlur}})
}
