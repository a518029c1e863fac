import {Stack, Text, TextInput} from '@sanity/ui'
import {type FocusEvent, type FormEvent, useState} from 'react'
import {type StringInputProps, set, unset} from 'sanity'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import {readPartialDate} from '#lib/dates/partial-date-words.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

/**
 * A date typed as one would say it, "léto 2010", or as EDTF. What is understood is stored as EDTF, and how it was
 * understood stands below the field. Words that aren't, when the field is left, go into the draft as they are:
 * nothing gets lost, and the field's rule keeps them from being published.
 */
export function PartialDateInput({value, onChange, elementProps, readOnly}: StringInputProps) {
  const [typed, setTyped] = useState<string>()
  const reading = formatPartialDate(value, studioLanguage)
  const type = ({currentTarget: {value: text}}: FormEvent<HTMLInputElement>) => {
    setTyped(text)
    const edtf = readPartialDate(text)
    if (edtf) onChange(set(edtf))
    else if (!text.trim()) onChange(unset())
  }
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    if (typed?.trim() && !readPartialDate(typed)) onChange(set(typed))
    setTyped(undefined)
    elementProps.onBlur(event)
  }
  const readingId = `${elementProps.id}-reading`
  return (
    <Stack gap={3}>
      <TextInput
        {...elementProps}
        readOnly={readOnly}
        // What was typed stays while the field is in use: nothing changes under the editor's fingers.
        value={typed ?? value ?? ''}
        onChange={type}
        onBlur={leave}
        placeholder={t('září 2000', 'September 2000')}
        aria-describedby={[elementProps['aria-describedby'], readingId].filter(Boolean).join(' ')}
      />
      <Text as="output" id={readingId} muted size={1} aria-live="polite">
        {reading &&
          (typed === undefined || readPartialDate(typed)) &&
          `${t('Rozumíme:', 'Understood as:')} ${reading === value ? value : `${reading} (${value})`}`}
      </Text>
    </Stack>
  )
}
