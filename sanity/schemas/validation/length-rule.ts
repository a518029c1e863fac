import type {CustomValidator} from 'sanity'
import {locales} from '#lib/i18n/locales.ts'
import {t} from '#sanity/i18n/studio-language.ts'

type Localized = {cs?: string; en?: string} | undefined

/** Use it as a warning. The field's option `limit` shows the count below the text. */
export const isAtMost =
  (limit: number): CustomValidator<Localized> =>
  (text) => {
    const problems = locales.flatMap((language) => {
      const length = text?.[language]?.length ?? 0
      const message = t(
        `Text má ${length} znaků, do přehledů se hodí nejvýš ${limit}: zkraťte ho.`,
        `The text has ${length} characters; lists have room for ${limit}: shorten it.`,
      )
      return length > limit ? [{message, path: [language]}] : []
    })
    return problems.length === 0 || problems
  }
