import {t} from '#sanity/i18n/studio-language.ts'
import {inEachLanguage} from './text-rules.ts'

/** Use it as a warning. The field's option `limit` shows the count below the text. */
export const isAtMost = (limit: number) =>
  inEachLanguage(({length}) =>
    length > limit
      ? t(
          `Text má ${length} znaků, do přehledů se hodí nejvýš ${limit}: zkraťte ho.`,
          `The text has ${length} characters; lists have room for ${limit}: shorten it.`,
        )
      : undefined,
  )
