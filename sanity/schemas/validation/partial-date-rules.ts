import type {CustomValidator} from 'sanity'
import {isFuture} from '#lib/dates/date-comparison.ts'
import {parsePartialDate} from '#lib/dates/partial-date.ts'
import {isAmbiguousDate} from '#lib/dates/partial-date-words.ts'
import {t} from '#sanity/i18n/studio-language.ts'

export type DateRule = CustomValidator<string | undefined>

export const isPartialDate: DateRule = (value) => {
  if (!value || parsePartialDate(value)) return true
  if (isAmbiguousDate(value))
    return t(
      'Není jasné, co je den a co měsíc nebo rok. Napište měsíc slovem, třeba 9. srpna 2010.',
      'It is not clear which number is the day and which the month or year. Write the month as a word, for example 9 August 2010.',
    )
  return t(
    `Datu „${value}“ nerozumíme. Napište ho třeba jako září 2000, léto 2010, konec roku 2024, asi 2012, 2016 nebo 2017, před rokem 2010.`,
    `The date “${value}” is not understood. Write it, for example, as September 2000, summer 2010, end of 2024, about 2012, 2016 or 2017, before 2010.`,
  )
}

/** For one end of a period. Refuses an interval such as 2015/2016: a period has two fields. */
export const isPointInTime: DateRule = (value, context) =>
  parsePartialDate(value) && value?.includes('/')
    ? t(
        'Sem patří jen jeden okamžik: začátek do „Od“, konec do „Do“.',
        'One point in time only: the beginning goes to From, the end to Until.',
      )
    : isPartialDate(value, context)

/** The single dates of a choice, a range or an interval. */
const partsOf = (value: string) => value.split(/[[\],/]+|\.\./)

const inYears = (time: Date, years: number) => {
  const later = new Date(time)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}

/**
 * False for a date that does not parse: `isPartialDate` reports it. Tomorrow counts as today, because it has
 * already begun in some time zones.
 */
export const isTooFarAhead = (value: string | undefined, years: number, now: Date): boolean =>
  parsePartialDate(value) !== undefined &&
  partsOf(value ?? '').some((part) => isFuture(part, inYears(now, years)))

export const isNotTooFarAhead =
  (years: number): DateRule =>
  (value) => {
    if (!isTooFarAhead(value, years, new Date())) return true
    return years === 0
      ? t(
          'Toto datum teprve přijde, sem patří jen to, co už bylo. Zkontrolujte rok.',
          'This date lies ahead; only what is past belongs here. Check the year.',
        )
      : t(
          `Toto datum je příliš daleko: nejvýš ${years === 1 ? 'rok' : `${years} let`} dopředu. Zkontrolujte rok.`,
          `This date is too far ahead: ${years === 1 ? 'one year' : `${years} years`} at most. Check the year.`,
        )
  }

const LONG_AGO = '1800'

/** Used as a warning only: a university may be older. */
export const isNotLongAgo: DateRule = (value) =>
  partsOf(value ?? '').some((part) => (parsePartialDate(part)?.latest ?? LONG_AGO) < LONG_AGO)
    ? t(
        'Před rokem 1800? Zkontrolujte rok; je-li to tak, nechte ho být.',
        'Before 1800? Check the year; leave it if it is right.',
      )
    : true

export const hasDate: DateRule = (value) =>
  value
    ? true
    : t(
        'Bez data web k počtu napíše „bez data“. Známe-li datum, doplňte ho.',
        'Without a date the site adds "undated" to the count. Add the date if it is known.',
      )

/**
 * Refuses an end that is before its beginning in every reading of both dates. `2015` to `2015-03` passes,
 * `2015` to `2014` fails. A date that does not parse passes: `isPartialDate` reports it.
 */
export const isNotBefore =
  (beginning: string): DateRule =>
  (value, {parent}) => {
    const from = parsePartialDate((parent as Record<string, unknown> | undefined)?.[beginning])?.earliest
    const to = parsePartialDate(value)?.latest
    return from && to && to < from
      ? t('Konec je dřív než začátek.', 'The end is earlier than the beginning.')
      : true
  }
