import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type FormEvent, useId, useState} from 'react'
import {t} from '#sanity/i18n/studio-language.ts'
import {LabelledField} from '#sanity/structure/labelled-field.tsx'
import {answeredName, answerName, maxNameLength, readableName} from './editor-name.ts'

type Props = {cancel: string; onCancel: () => void}

/** Asks for the name, and reloads the Studio with it: Sanity reads the current user only once. */
export function EditorNameForm({cancel, onCancel}: Props) {
  const id = useId()
  const [typed, setTyped] = useState(answeredName() ?? '')
  const isSame = readableName(typed) === (answeredName() ?? '')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isSame) return
    answerName(typed)
    location.reload()
  }
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap={4}>
        <LabelledField id={id} label={t('Vaše jméno', 'Your name')}>
          <TextInput
            aria-describedby={`${id}-help`}
            autoComplete="name"
            id={id}
            maxLength={maxNameLength}
            onChange={({currentTarget}) => setTyped(currentTarget.value)}
            value={typed}
          />
          <Text as="p" id={`${id}-help`} muted size={1}>
            {t(
              'Kolegové pak uvidí, kdo co změnil a kdo právě píše. Není to přihlášení: jméno si pamatuje jen tento prohlížeč a platí pro změny od této chvíle.',
              'Colleagues then see who changed what and who is writing. It is no sign-in: only this browser keeps the name, and it counts for changes from now on.',
            )}
          </Text>
        </LabelledField>
        <Flex gap={2} justify="flex-end" wrap="wrap">
          <Button mode="bleed" onClick={onCancel} text={cancel} />
          <Button disabled={isSame} text={t('Uložit jméno', 'Save the name')} tone="primary" type="submit" />
        </Flex>
      </Stack>
    </form>
  )
}
