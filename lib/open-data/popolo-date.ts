import {machineDate, parsePartialDate} from '../dates/partial-date.ts'

/**
 * Converts an EDTF date to a Popolo date (a year, month or day), with a note if that loses information. A
 * season or another part of a year becomes its year: `2010-22`, summer 2010, would look like a month. Uncertain
 * dates, decades, ranges and intervals get a note only.
 */
export function popoloDate(edtf: unknown): {date?: string; note?: string} {
  if (typeof edtf !== 'string' || !parsePartialDate(edtf)) return {}
  const exact = machineDate(edtf)
  if (exact) return {date: exact}
  const partOfYear = /^(\d{4})-(?:2[1-4]|3[3-9]|4[01])$/.exec(edtf)
  return {...(partOfYear?.[1] && {date: partOfYear[1]}), note: `EDTF ${edtf}`}
}
