import {defineType} from 'sanity'
import {t} from '#sanity/studio/language.ts'
import {isPartialDate} from '../validation/partial-date-rules.ts'

/**
 * An EDTF string (docs/decisions/002-partial-dates-are-edtf-strings.md). A field that sets its own `validation`
 * replaces this one, so it must start from `isPartialDate` again.
 */
export const partialDate = defineType({
  name: 'partialDate',
  title: t('Datum', 'Date'),
  type: 'string',
  description: t(
    'Jen tak přesně, jak to víme: 2000 · 2000-09 · 2000-09-30 · 2010-22 (léto; 21 jaro, 23 podzim, 24 zima) · 2016? (nejisté) · 2012~ (přibližně) · [2016,2017] (jeden z roků) · 2016/2017 (od–do) · 2015/.. (trvá) · 2015/ (konec neznámý).',
    'Only as exactly as known; 2010-22 is summer 2010.',
  ),
  validation: (rule) => rule.custom(isPartialDate),
})
