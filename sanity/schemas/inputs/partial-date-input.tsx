import {Stack, Text, TextInput} from '@sanity/ui'
import {type FocusEvent, type FormEvent, useState} from 'react'
import {type StringInputProps, set, unset} from 'sanity'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import {readPartialDate} from '#lib/dates/partial-date-words.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

/**
 * Accepts a date in words ("léto 2010") or as EDTF. A date that parses is stored as EDTF, and its meaning is
 * shown below the field. On blur, text that does not parse is stored unchanged: nothing is lost, and the
 * field's rule prevents publishing it.
 */
export function PartialDateInput({value, onChange, elementProps, readOnly}: StringInputProps) {
  const [typed, setTyped] = useState<string>()
  const reading = formatPartialDate(value, studioLanguage)
  const handleChange = ({currentTarget: {value: text}}: FormEvent<HTMLInputElement>) => {
    setTyped(text)
    const edtf = readPartialDate(text)
    if (edtf) onChange(set(edtf))
    else if (!text.trim()) onChange(unset())
  }
  const handleBlur = (event: FocusEvent<HTMLInputElement>) => {
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
        // Show the typed text until blur, so that the stored EDTF does not replace it while typing.
        value={typed ?? value ?? ''}
        onChange={handleChange}
        onBlur={handleBlur}
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
