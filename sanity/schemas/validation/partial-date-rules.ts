import type {CustomValidator} from 'sanity'
import {parsePartialDate} from '#lib/partial-date.ts'
import {t} from '#sanity/studio/language.ts'

type DateRule = CustomValidator<string | undefined>

export const isPartialDate: DateRule = (value) =>
  !value || parsePartialDate(value)
    ? true
    : t(
        'Tomuto datu nerozumíme. Napište ho třeba jako 2000, září 2000, 30. 9. 2000, léto 2010, asi 2012, 2016?, 2016 nebo 2017, 2016–2017.',
        'This date is not understood. Write it, for example, as 2000, September 2000, 30 September 2000, summer 2010, about 2012, 2016?, 2016 or 2017, 2016–2017.',
      )

/** For the two ends of a period, which are one point each: the period itself is never written as 2015/2016. */
export const isPointInTime: DateRule = (value, context) =>
  value?.includes('/')
    ? t(
        'Sem patří jen jeden okamžik, bez lomítka: začátek do „Od“, konec do „Do“.',
        'One point in time, without a slash: the beginning goes to From, the end to Until.',
      )
    : isPartialDate(value, context)

export const hasDate: DateRule = (value) =>
  value
    ? true
    : t(
        'Bez data web napíše „podle pramene, bez data“. Známe-li datum, doplňte ho.',
        'Without a date the site says "according to the source, undated". Add the date if it is known.',
      )

/**
 * Refuses an end that lies before its beginning in every reading of the two: `2015` to `2015-03` is fine, `2015` to
 * `2014` isn't. An invalid date is left to `isPartialDate`.
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
