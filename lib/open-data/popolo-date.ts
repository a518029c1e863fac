import {machineDate, parsePartialDate} from '../dates/partial-date.ts'

/**
 * A Popolo date (a year, month or day) for an EDTF one, and a note where it can't say all. A season becomes its bare
 * year: `2010-22`, summer 2010, would pass for a month. What is uncertain or a span of time stays in the note alone.
 */
export function popoloDate(edtf: unknown): {date?: string; note?: string} {
  if (typeof edtf !== 'string' || !parsePartialDate(edtf)) return {}
  const exact = machineDate(edtf)
  if (exact) return {date: exact}
  const season = /^(\d{4})-2[1-4]$/.exec(edtf)
  return {...(season?.[1] && {date: season[1]}), note: `EDTF ${edtf}`}
}
