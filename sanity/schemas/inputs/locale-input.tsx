import {Stack, Text} from '@sanity/ui'
import {ObjectInputMember, type ObjectInputProps} from 'sanity'
import {styled} from 'styled-components'
import {isLocale, type Locale} from '#lib/i18n/locales.ts'
import {missingLanguages} from '#lib/i18n/translation-gaps.ts'
import {t} from '#sanity/i18n/studio-language.ts'

const missingIn: Record<Locale, string> = {
  cs: t('Chybí česky', 'Missing in Czech'),
  en: t('Chybí anglicky', 'Missing in English'),
}

const lengthOf = (value: ObjectInputProps['value'], language: Locale) =>
  String(value?.[language] ?? '').length

const Container = styled.div`
  container-type: inline-size;
`

/**
 * 560 px is this field's width in a form of 620 px. The width of the form counts, not of the window: the form
 * beside a preview is narrow in a wide window.
 */
const Languages = styled.div<{$columns: number}>`
  display: grid;
  gap: 1.25rem;
  align-items: start;

  /* Without it, a long word would make the column wider than the form. */
  & > * {
    min-width: 0;
  }

  @container (min-width: 560px) {
    grid-template-columns: repeat(${({$columns}) => $columns}, minmax(0, 1fr));
  }

  /* In a slug field, "Generate" moves below an input that would be too narrow for a slug. */
  & [data-testid^="field-slug."] [data-ui="Flex"]:has(> [data-ui="Box"] > [data-ui="TextInput"]) {
    flex-wrap: wrap;

    & > [data-ui="Box"] {
      flex-basis: 18rem;
    }
  }

  /* In an editor of 300 px, these few pixels decide whether "Link" is in the toolbar or behind "…". */
  & [data-testid="block-style-select"] {
    width: 7em;
  }
`

/**
 * A field in two languages: one below the other, or with `options.columns: 2` beside each other where the form
 * is wide. Shows a warning below the language that is missing, but not when both are empty. With `options.limit`
 * it counts characters: without a live region, because a screen reader would read each keystroke. The rule
 * `isAtMost` announces a text that is too long.
 */
export function LocaleInput({members, value, schemaType, ...renderers}: ObjectInputProps) {
  const missing = missingLanguages(value)
  const limit = (schemaType.options as {limit?: number} | undefined)?.limit
  const {
    renderAnnotation,
    renderBlock,
    renderField,
    renderInlineBlock,
    renderInput,
    renderItem,
    renderPreview,
  } = renderers
  return (
    <Container>
      <Languages $columns={Number(schemaType.options?.columns ?? 1)}>
        {members.map((member) => (
          <Stack key={member.key} gap={3}>
            <ObjectInputMember
              member={member}
              renderAnnotation={renderAnnotation}
              renderBlock={renderBlock}
              renderField={renderField}
              renderInlineBlock={renderInlineBlock}
              renderInput={renderInput}
              renderItem={renderItem}
              renderPreview={renderPreview}
            />
            {member.kind === 'field' && isLocale(member.name) && missing.includes(member.name) && (
              <Text size={1} weight="medium" data-testid={`missing-${member.name}`}>
                ⚠ {missingIn[member.name]}
              </Text>
            )}
            {limit && member.kind === 'field' && isLocale(member.name) && (
              <Text muted size={1} data-testid={`length-${member.name}`}>
                {t(
                  `${lengthOf(value, member.name)} z ${limit} znaků`,
                  `${lengthOf(value, member.name)} of ${limit} characters`,
                )}
              </Text>
            )}
          </Stack>
        ))}
      </Languages>
    </Container>
  )
}
