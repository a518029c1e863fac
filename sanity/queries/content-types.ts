/**
 * Every document type, once: what the webhook listens to, what the Studio lists as drafts and what an editor checks every
 * two years follow from it. A test fails when a document type of the schema is missing here.
 */
const contentTypes = {
  network: {isChecked: true},
  membership: {isChecked: true},
  organization: {isChecked: false},
  person: {isChecked: false},
  source: {isChecked: false},
} as const

export type ContentType = keyof typeof contentTypes

export const contentTypeNames = Object.keys(contentTypes) as ContentType[]

/** Types that have "Last checked", the badge "Needs a check" and the action "Mark as checked today". */
export const checkedTypeNames = contentTypeNames.filter((name) => contentTypes[name].isChecked)

/** A GROQ condition: the document is of one of these types. */
export const isOfType = (names: readonly ContentType[]) =>
  `_type in [${names.map((name) => `"${name}"`).join(', ')}]`
