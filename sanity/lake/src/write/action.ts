import {isRecord, type Json, type LakeDocument} from '../document.ts'
import {type Fail, notFound, type Transaction} from './transaction.ts'

/** What the actions have in common. */
export type Action = Json & {actionType: string}

export type Perform = (transaction: Transaction, action: Action, fail: Fail) => void

/** A draft or version as it reads when published: without what concerned the version alone. */
export function publishedContent(version: LakeDocument): Json {
  const {_updatedAt, _system, ...content} = version
  return strengthened(content) as Json
}

/** References to documents that were drafts themselves are weak until both are published. */
function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  if (!isRecord(value)) return value
  if (typeof value._ref === 'string' && isRecord(value._strengthenOnPublish)) {
    const {_strengthenOnPublish, _weak, ...reference} = value
    return _strengthenOnPublish.weak ? {...reference, _weak: true} : reference
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, strengthened(item)]))
}

export const invalid = (description: string) => ({type: 'invalidActionError', description})

export const missing = (id: string) => ({type: 'documentNotFoundError', id, description: notFound(id)})

export const exists = (id: string) => ({
  type: 'documentAlreadyExistsError',
  id,
  description: `Document by ID "${id}" already exists`,
})
