import type {InputProps} from 'sanity'
import {useKeptCaret} from './kept-caret.ts'
import {isUrl, UrlInput} from './url-input.tsx'
import {ValidationMessages} from './validation-messages.tsx'
import {isFreeText, WrappingStringInput} from './wrapping-string-input.tsx'

function Input(props: InputProps) {
  if (isFreeText(props)) return <WrappingStringInput {...props} />
  return isUrl(props) ? <UrlInput {...props} /> : props.renderDefault(props)
}

/** Every input of every form, with its validation messages below. Sanity shows them only on hover. */
export function FormInput(props: InputProps) {
  const {validation, elementProps} = props
  const messagesId = `${props.id}-messages`
  const described = {
    ...elementProps,
    'aria-describedby': [elementProps['aria-describedby'], messagesId].filter(Boolean).join(' '),
    ...(validation.some(({level}) => level === 'error') && {'aria-invalid': true}),
  }
  const caretHandlers = useKeptCaret()
  return (
    <div {...(props.schemaType.jsonType === 'string' && caretHandlers)}>
      <Input {...({...props, elementProps: described} as InputProps)} />
      <ValidationMessages id={messagesId} validation={validation} />
    </div>
  )
}
