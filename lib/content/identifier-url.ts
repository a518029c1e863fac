import {lookUp, parseString} from '../parsing/parse.ts'

/** The page of an entry in each register (`identifier.scheme`). An IČO has eight digits, some with leading zeros. */
const registers: Readonly<Record<string, {valid: RegExp; url: (value: string) => string}>> = {
  ico: {
    valid: /^\d{1,8}$/,
    url: (value) => `https://ares.gov.cz/ekonomicke-subjekty/res/${value.padStart(8, '0')}`,
  },
  'eu-transparency-register': {
    valid: /^\d{5,}-\d{2}$/,
    url: (value) =>
      `https://transparency-register.europa.eu/searchregister-or-update/organisation-detail_en?id=${value}`,
  },
  wikidata: {valid: /^Q[1-9]\d*$/, url: (value) => `https://www.wikidata.org/wiki/${value}`},
}

/** Undefined for an unknown register, and for a value that is no number of that register. */
export function identifierUrl(scheme: unknown, value: unknown): string | undefined {
  const register = lookUp(registers, scheme)
  const number = parseString(value)
  return register && number && register.valid.test(number) ? register.url(number) : undefined
}
