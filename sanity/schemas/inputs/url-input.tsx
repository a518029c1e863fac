import type {FocusEvent} from 'react'
import {type InputProps, type StringInputProps, set} from 'sanity'

export const isUrl = (props: InputProps): props is StringInputProps => props.schemaType.name === 'url'

/** "www.migrace.com" becomes "https://www.migrace.com". Text that names a scheme or no domain stays. */
export const completeUrl = (text: string): string => {
  const trimmed = text.trim()
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(trimmed) ? `https://${trimmed}` : trimmed
}

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
