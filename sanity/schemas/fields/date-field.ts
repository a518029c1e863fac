import {defineField, type FieldDefinition, type RuleDef} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {
  type DateRule,
  isNotBefore,
  isNotLongAgo,
  isNotTooFarAhead,
  isPartialDate,
  isPointInTime,
} from '../validation/partial-date-rules.ts'

type Limits = {
  /** How many years ahead the date may be. Default 0, for things that have happened. */
  yearsAhead?: number | undefined
  /** For one end of a period: refuses an interval. */
  pointInTime?: boolean | undefined
  /** Name of the sibling field that must not be later. */
  notBefore?: string | undefined
  required?: boolean | undefined
  /** Whether the date is required, by the object that contains it. */
  requiredWhen?: ((parent: unknown) => boolean) | undefined
  /** An extra rule that only warns. */
  advice?: DateRule | undefined
}

type DateField = Limits &
  Pick<FieldDefinition<'string'>, 'name' | 'description' | 'group' | 'hidden'> & {
    title: string
    /** `date` is a full day, picked from a calendar. */
    type?: 'partialDate' | 'date'
  }

/** The rules of every date field. Without limits the date must be in the past. */
export const dateRules =
  ({yearsAhead = 0, pointInTime, notBefore, required, requiredWhen, advice}: Limits = {}) =>
  <Rule extends RuleDef<Rule, string>>(rule: Rule): Rule[] => [
    (required ? rule.required() : rule)
      .custom(pointInTime ? isPointInTime : isPartialDate)
      .custom(isNotTooFarAhead(yearsAhead))
      .custom(notBefore ? isNotBefore(notBefore) : () => true)
      .custom((date, {parent}) =>
        date || !requiredWhen?.(parent) ? true : t('Vyplňte toto pole.', 'Fill in this field.'),
      ),
    rule.custom(isNotLongAgo).warning(),
    ...(advice ? [rule.custom(advice).warning()] : []),
  ]

/** Use this for every date field, so that none lacks a rule. date-rules.test.ts checks that. */
export function dateField({type = 'partialDate', ...options}: DateField) {
  const {yearsAhead, pointInTime, notBefore, required, requiredWhen, advice, ...field} = options
  const validation = dateRules({yearsAhead, pointInTime, notBefore, required, requiredWhen, advice})
  return defineField({...field, type, validation, options: {pointInTime}} as FieldDefinition<'string'>)
}

/** Most starts are planned at most one year ahead, ends at most twenty. Later is probably a typing error. */
export const periodStart = {pointInTime: true, yearsAhead: 1} as const
export const periodEnd = (notBefore: string) => ({pointInTime: true, yearsAhead: 20, notBefore}) as const
