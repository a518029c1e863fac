import {Button, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {type FormEvent, useId, useState} from 'react'
import {useClient} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {LabelledField} from '../labelled-field.tsx'
import {useInitialFocus} from '../use-initial-focus.ts'
import {askForReview, maxTextLength} from './review-note.ts'

type Props = {
  documentId: string
  documentType: string
  askedBy: string
  onAsked: () => void
  onCancel: () => void
}

/** The dialog of "Ask for a review". */
export function AskForReviewForm({onAsked, onCancel, ...asked}: Props) {
  const id = useId()
  const input = useInitialFocus<HTMLTextAreaElement>()
  const client = useClient({apiVersion})
  const [text, setText] = useState('')
  const [askedOf, setAskedOf] = useState('')
  const [state, setState] = useState<'editing' | 'saving' | 'failed'>('editing')
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (state === 'saving') return
    setState('saving')
    try {
      await askForReview(client, {...asked, askedOf, text})
      onAsked()
    } catch (error) {
      console.error(`The review note for ${asked.documentId} could not be saved.`, error)
      setState('failed')
    }
  }
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap={4}>
        <LabelledField id={`${id}-text`} label={t('Co posoudit (nepovinné)', 'What to look at (optional)')}>
          <TextArea
            id={`${id}-text`}
            maxLength={maxTextLength}
            onChange={({currentTarget}) => setText(currentTarget.value)}
            ref={input}
            rows={3}
            value={text}
          />
        </LabelledField>
        <LabelledField id={`${id}-of`} label={t('Koho prosíte (nepovinné)', 'Whom you ask (optional)')}>
          <TextInput
            autoComplete="off"
            id={`${id}-of`}
            maxLength={60}
            onChange={({currentTarget}) => setAskedOf(currentTarget.value)}
            placeholder={t('kohokoli z kolegů', 'any colleague')}
            value={askedOf}
          />
        </LabelledField>
        <Text as="p" muted size={1}>
          {t(
            'Prosbu uvidí kolegové na Úvodu a nad formulářem. Na webu není. E-mail se neposílá.',
            'Colleagues see it on their home and above the form. It is not on the site. No e-mail is sent.',
          )}
        </Text>
        {state === 'failed' && (
          <Text role="alert" size={1}>
            {t('Nepodařilo se uložit, zkuste to znovu.', 'It was not saved, please try again.')}
          </Text>
        )}
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" onClick={onCancel} text={t('Zrušit', 'Cancel')} />
          <Button disabled={state === 'saving'} text={t('Poprosit', 'Ask')} tone="primary" type="submit" />
        </Flex>
      </Stack>
    </form>
  )
}
