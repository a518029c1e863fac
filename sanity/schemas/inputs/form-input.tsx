import type {InputProps} from 'sanity'
import {isFreeText, WrappingStringInput} from './wrapping-string-input.tsx'

/** Every input of every form. */
export const FormInput = (props: InputProps) =>
  isFreeText(props) ? <WrappingStringInput {...props} /> : props.renderDefault(props)
