import {Stack, Text, TextInput} from '@sanity/ui'
import {type FormEvent, useState} from 'react'
import {type StringInputProps, set, unset} from 'sanity'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import {readPartialDate, readPointInTime} from '#lib/dates/partial-date-words.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

type Options = {pointInTime?: boolean}

/**
 * Accepts a date in words ("léto 2010") or as EDTF, and shows words only. The EDTF that is stored, and how it
 * reads, stand below. Text that is not understood is stored too: the field's rule reports it and prevents
 * publishing.
 */
export function PartialDateInput({
  value,
  onChange,
  elementProps,
  readOnly,
  validationError,
  schemaType,
}: StringInputProps) {
  const read = (schemaType.options as Options | undefined)?.pointInTime ? readPointInTime : readPartialDate
  /** What is stored for a typed text: EDTF, or the text itself while it is not understood. So nothing is lost. */
  const storedFor = (text: string) => read(text) ?? (text.trim() ? text : undefined)
  const [typed, setTyped] = useState<string>()
  const reading = formatPartialDate(value, studioLanguage)
  // The typed words stay until the value changes elsewhere: in another window, by an undo.
  const isOwn = typed !== undefined && storedFor(typed) === value
  const handleChange = ({currentTarget: {value: text}}: FormEvent<HTMLInputElement>) => {
    setTyped(text)
    const stored = storedFor(text)
    onChange(stored ? set(stored) : unset())
  }
  const readingId = `${elementProps.id}-reading`
  return (
    <Stack gap={3}>
      <TextInput
        {...elementProps}
        readOnly={readOnly}
        value={isOwn ? typed : (reading ?? value ?? '')}
        onChange={handleChange}
        customValidity={validationError}
        placeholder={t('září 2000', 'September 2000')}
        aria-invalid={value !== undefined && reading === undefined}
        aria-describedby={[elementProps['aria-describedby'], readingId].filter(Boolean).join(' ')}
      />
      <Text as="output" id={readingId} muted size={1} aria-live="polite">
        {reading
          ? `${t('Rozumíme:', 'Understood as:')} ${reading === value ? value : `${reading} (${value})`}`
          : // At once. What to do about it comes with the validation, up to a second later.
            value && t('Zatím nerozumíme.', 'Not understood yet.')}
      </Text>
    </Stack>
  )
}
