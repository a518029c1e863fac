import {defineField, type FieldDefinition, type RuleDef} from 'sanity'
import {
  type DateRule,
  isNotBefore,
  isNotLongAgo,
  isNotTooFarAhead,
  isPartialDate,
  isPointInTime,
} from '../validation/partial-date-rules.ts'

type Limits = {
  /** By how many years it may lie ahead: none for what has happened, been checked, read or counted. */
  yearsAhead?: number | undefined
  /** One end of a period: no interval. */
  onePoint?: boolean | undefined
  /** The field beside it that must not be later. */
  notBefore?: string | undefined
  required?: boolean | undefined
  /** Advice beside the rules that every date has. */
  advice?: DateRule | undefined
}

type DateField = Limits &
  Pick<FieldDefinition<'string'>, 'name' | 'description' | 'group' | 'hidden'> & {
    title: string
    /** `date` is a day from a calendar. */
    type?: 'partialDate' | 'date'
  }

/** The rules of every date. A field without limits of its own tells of the past. */
export const dateRules =
  ({yearsAhead = 0, onePoint, notBefore, required, advice}: Limits = {}) =>
  <Rule extends RuleDef<Rule, string>>(rule: Rule): Rule[] => [
    (required ? rule.required() : rule)
      .custom(onePoint ? isPointInTime : isPartialDate)
      .custom(isNotTooFarAhead(yearsAhead))
      .custom(notBefore ? isNotBefore(notBefore) : () => true),
    rule.custom(isNotLongAgo).warning(),
    ...(advice ? [rule.custom(advice).warning()] : []),
  ]

/** Every date of the schema is made here, so that none forgets a rule; tests/unit/sanity/schemas/date-rules.test.ts holds that. */
export function dateField({type = 'partialDate', ...options}: DateField) {
  const {yearsAhead, onePoint, notBefore, required, advice, ...field} = options
  const validation = dateRules({yearsAhead, onePoint, notBefore, required, advice})
  return defineField({...field, type, validation} as FieldDefinition<'string'>)
}

/** What is planned begins within a year, and ends within twenty: further ahead it is a slip of the keyboard. */
export const beginning = {onePoint: true, yearsAhead: 1} as const
export const ending = (notBefore: string) => ({onePoint: true, yearsAhead: 20, notBefore}) as const
