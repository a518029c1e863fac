// The package has no types. Declared here: what partial-date.ts reads, as the parser outputs it (edtf 4.11).
// Months count from 0, seasons from 21. The unknown end of an interval is `null`, an open end is `Infinity`.
declare module 'edtf' {
  export type ParsedDate = {
    type: 'Date'
    values: number[]
    uncertain?: boolean | number
    approximate?: boolean | number
    unspecified?: number
    offset?: number
  }
  export type ParsedSeason = {type: 'Season'; values: [year: number, season: number]}
  export type ParsedInterval = {type: 'Interval'; values: [Parsed | null, Parsed | number | null]}
  export type ParsedSet = {
    type: 'Set'
    values: (Parsed | Parsed[])[]
    earlier?: boolean
    later?: boolean
  }
  export type ParsedOther = {type: 'Year' | 'Decade' | 'Century' | 'List'}
  export type Parsed = ParsedDate | ParsedSeason | ParsedInterval | ParsedSet | ParsedOther

  /** @throws Error on anything that isn't EDTF. */
  export function parse(text: string): Parsed

  type Extended = {min: number | null; max: number | null}
  export default function edtf(text: string): Extended
}
