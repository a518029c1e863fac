import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type FormEvent, useId, useState} from 'react'
import {useClient} from 'sanity'
import {isBefore} from '#lib/dates/date-comparison.ts'
import {formatPartialDate, parsePartialDate} from '#lib/dates/partial-date.ts'
import {readPointInTime} from '#lib/dates/partial-date-words.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {ensureSource, isComplete, type SourceChoice} from '#sanity/schemas/inputs/source-choice.ts'
import {SourcePicker} from '#sanity/schemas/inputs/source-picker.tsx'
import {dateText} from '#sanity/schemas/preview-text.ts'
import type {MembershipEnd} from './end-patches.ts'
import {LabelledField} from './labelled-field.tsx'
import {useInitialFocus} from './use-initial-focus.ts'

type Props = {since: string | undefined; onEnd: (end: MembershipEnd) => void; onCancel: () => void}

/** What is wrong with the date, in words. Undefined for an empty text: the date may be unknown. */
function problemOf(typed: string, since: string | undefined): string | undefined {
  const until = readPointInTime(typed)
  if (!typed.trim()) return undefined
  // An interval has two ends, and this is one.
  if (!until || until.includes('/') || !parsePartialDate(until))
    return t(
      'Tomu nerozumíme. Napište třeba „prosinec 2024“ nebo „podzim 2023“.',
      'Not understood. Write for example “December 2024” or “autumn 2023”.',
    )
  return isBefore(until, since)
    ? t(
        `To je dřív, než členství začalo (${dateText(since)}).`,
        `That is before it began (${dateText(since)}).`,
      )
    : undefined
}

/** The dialog of "End this membership". */
export function EndMembershipForm({since, onEnd, onCancel}: Props) {
  const id = useId()
  const client = useClient({apiVersion})
  const input = useInitialFocus<HTMLInputElement>()
  const [typed, setTyped] = useState('')
  const [choice, setChoice] = useState<SourceChoice>()
  const [state, setState] = useState<'editing' | 'saving' | 'failed'>('editing')
  const problem = problemOf(typed, since)
  const until = problem ? undefined : readPointInTime(typed)
  const canEnd = !problem && (choice === undefined || isComplete(choice)) && state !== 'saving'

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (!canEnd) return
    setState('saving')
    try {
      onEnd({until, sourceId: choice && (await ensureSource(client, choice, new Date()))})
    } catch (error) {
      console.error('The source could not be saved.', error)
      setState('failed')
    }
  }
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap={4}>
        <LabelledField id={id} label={t('Kdy skončilo', 'When it ended')}>
          <TextInput
            aria-describedby={`${id}-reading`}
            aria-invalid={problem !== undefined}
            ref={input}
            autoComplete="off"
            customValidity={problem}
            id={id}
            onChange={({currentTarget}) => setTyped(currentTarget.value)}
            placeholder={t('prosinec 2024', 'December 2024')}
            value={typed}
          />
          <Text as="output" aria-live="polite" id={`${id}-reading`} muted size={1}>
            {problem ??
              (until
                ? `${t('Rozumíme:', 'Understood as:')} ${formatPartialDate(until, studioLanguage)}`
                : t(
                    'Nevíte-li kdy, nechte prázdné: web napíše, že datum není známo.',
                    'If the date is not known, leave it empty. The site then says that it is not known.',
                  ))}
          </Text>
        </LabelledField>
        <SourcePicker choice={choice} onChange={setChoice} />
        {state === 'failed' && (
          <Text role="alert" size={1}>
            {t('Zdroj se nepodařilo uložit, zkuste to znovu.', 'The source was not saved, please try again.')}
          </Text>
        )}
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" onClick={onCancel} text={t('Zrušit', 'Cancel')} />
          <Button
            disabled={!canEnd}
            text={t('Ukončit členství', 'End the membership')}
            tone="primary"
            type="submit"
          />
        </Flex>
      </Stack>
    </form>
  )
}
