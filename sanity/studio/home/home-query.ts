import {contentTypeNames, isOfType} from '#sanity/queries/content-types.ts'

export type HomeRow = {_id: string; _originalId: string; _type: string; _updatedAt: string; _rev: string}
export type HomeContent = {isEmpty: boolean; drafts: HomeRow[]; changed: HomeRow[]}

const content = isOfType(contentTypeNames)
const newest = '| order(_updatedAt desc) [0...8] {_id, _originalId, _type, _updatedAt, _rev}'

/** Everything of the home that is not about checks. */
export const HOME_QUERY = `{
  "isEmpty": count(*[_type == "network"][0...1]) == 0,
  "drafts": *[${content} && _originalId in path("drafts.**")] ${newest},
  "changed": *[${content}] ${newest}
}`
