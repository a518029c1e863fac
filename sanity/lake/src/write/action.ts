import {isRecord, type Json, type LakeDocument} from '../document.ts'
import {type Fail, notFound, type Transaction} from './transaction.ts'

/** One action of a request to the Actions API. */
export type Action = Json & {actionType: string}

export type ActionHandler = (transaction: Transaction, action: Action, fail: Fail) => void

/** The content of a draft or version when it is published, without the attributes of the version itself. */
export function publishedContent(version: LakeDocument): Json {
  const {_updatedAt, _system, ...content} = version
  return strengthenReferences(content) as Json
}

/** Makes references strong that were weak only until both documents are published. */
function strengthenReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenReferences)
  if (!isRecord(value)) return value
  if (typeof value._ref === 'string' && isRecord(value._strengthenOnPublish)) {
    const {_strengthenOnPublish, _weak, ...reference} = value
    return _strengthenOnPublish.weak ? {...reference, _weak: true} : reference
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, strengthenReferences(item)]))
}

export const invalidAction = (description: string) => ({type: 'invalidActionError', description})

export const documentNotFound = (id: string) => ({
  type: 'documentNotFoundError',
  id,
  description: notFound(id),
})

export const documentExists = (id: string) => ({
  type: 'documentAlreadyExistsError',
  id,
  description: `Document by ID "${id}" already exists`,
})
