/**
 * JSON Schema of popolo.json: the parts of Popolo's schemas that we use, plus `status` and `as_of` of
 * memberships.
 */

const string = {type: 'string', minLength: 1}
const link = {
  type: 'object',
  required: ['url'],
  properties: {url: {type: 'string', format: 'uri'}, note: string},
}
/** Stricter than Popolo's own pattern, which accepts a season (`2010-22`) as a month. */
const date = {type: 'string', pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'}

const list = (required: string[], properties: Record<string, unknown>) => ({
  type: 'array',
  items: {type: 'object', required, properties, additionalProperties: false},
})

export const popoloSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Networks and memberships, after Popolo',
  type: 'object',
  required: ['meta', 'organizations', 'persons', 'memberships'],
  additionalProperties: false,
  properties: {
    $schema: string,
    meta: {type: 'object', required: ['license', 'license_note', 'about']},
    organizations: list(['id', 'name'], {
      id: string,
      name: string,
      other_names: list(['name'], {name: string, note: {type: 'string'}, start_date: date, end_date: date}),
      classification: string,
      parent_id: string,
      founding_date: {...date, description: 'Only when it is exact, has a source and is not disputed.'},
      identifiers: list(['identifier'], {scheme: string, identifier: string}),
      links: {type: 'array', items: link},
      sources: {type: 'array', items: link},
    }),
    persons: list(['id', 'name'], {id: string, name: string}),
    memberships: list(['id', 'organization_id', 'status'], {
      id: string,
      organization_id: string,
      member_id: string,
      person_id: string,
      on_behalf_of_id: string,
      role: {...string, description: 'Only when a source states it.'},
      label: string,
      start_date: date,
      end_date: date,
      note: string,
      status: {enum: ['active', 'former', 'unknown']},
      as_of: {...string, description: 'EDTF: the time the status is known for, or the last check.'},
      sources: {type: 'array', items: link},
    }),
  },
}
