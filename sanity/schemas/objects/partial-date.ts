import {defineType} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateRules} from '../fields/date-field.ts'
import {PartialDateInput} from '../inputs/partial-date-input.tsx'

/**
 * An EDTF string (docs/decisions/002-partial-dates-are-edtf-strings.md). The `validation` of a field replaces
 * the one of its type. So define fields with `dateField`, which repeats these rules.
 */
export const partialDate = defineType({
  name: 'partialDate',
  title: t('Datum', 'Date'),
  type: 'string',
  description: t(
    'Jen tak přesně, jak to víme: 2000 · září 2000 · 30. 9. 2000 · léto 2010 · konec roku 2024 · 90. léta · asi 2012 · 2016 nebo 2017 · před 2010.',
    'Only as exactly as known: 2000 · September 2000 · 30 September 2000 · summer 2010 · end of 2024 · the 1990s · about 2012 · 2016 or 2017 · before 2010.',
  ),
  components: {input: PartialDateInput},
  validation: dateRules(),
})
