/**
 * Every document type. The webhook's filter, the Studio's lists and the checks every two years follow from
 * it. lib/routing/document-pages.ts adds what the types with a page of their own need. Unit tests compare
 * both with the schema.
 */
const contentTypes = {
  network: {isChecked: true},
  membership: {isChecked: true},
  organization: {isChecked: false},
  person: {isChecked: false},
  source: {isChecked: false},
  siteTexts: {isChecked: false},
} as const

export type ContentType = keyof typeof contentTypes

export const contentTypeNames = Object.keys(contentTypes) as ContentType[]

/** Types that have "Last checked", the badge "Needs a check" and the action "Mark as checked today". */
export const checkedTypeNames = contentTypeNames.filter((name) => contentTypes[name].isChecked)

/** The type of the records that the feed is made from. Not content: no schema defines it, and no list has it. */
export const changeType = 'change'

/** A GROQ condition: the document is of one of these types. */
export const isOfType = (names: readonly (ContentType | typeof changeType)[]) =>
  `_type in [${names.map((name) => `"${name}"`).join(', ')}]`
