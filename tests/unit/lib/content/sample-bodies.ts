import type {SeedDocument} from '../../sanity/seed/seed.ts'

/** A Czech network with a page in both languages. */
export const network = (id: string, rest: object = {}): SeedDocument => ({
  _id: id,
  _type: 'network',
  level: 'czech',
  relationKind: 'network',
  name: {cs: id.toUpperCase(), en: id},
  slug: {cs: {current: `${id}-cs`}, en: {current: id}},
  ...rest,
})

export const organization = (id: string, rest: object = {}): SeedDocument => ({
  _id: id,
  _type: 'organization',
  name: {cs: id, en: id},
  ...rest,
})
