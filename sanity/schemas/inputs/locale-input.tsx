import {Stack, Text} from '@sanity/ui'
import type {ObjectInputProps} from 'sanity'
import {type Locale, locales} from '#lib/i18n/locales.ts'
import {missingLanguages} from '#lib/i18n/translation-gaps.ts'
import {t} from '#sanity/i18n/studio-language.ts'

const missingIn: Record<Locale, string> = {
  cs: t('Chybí česky', 'Missing in Czech'),
  en: t('Chybí anglicky', 'Missing in English'),
}

/** A field in two languages. Shows a warning when one language is missing, but not when both are empty. */
export function LocaleInput(props: ObjectInputProps) {
  const missing = missingLanguages(props.value)
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {locales
        .filter((locale) => missing.includes(locale))
        .map((locale) => (
          <Text key={locale} size={1} weight="medium" data-testid={`missing-${locale}`}>
            ⚠ {missingIn[locale]}
          </Text>
        ))}
    </Stack>
  )
}
