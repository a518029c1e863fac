import {httpError} from './errors.ts'

/** The user of requests without a name, such as those of a program with the token. */
export const defaultUserId = 'local-member'

/** The identity of requests without credentials. */
export const anonymous = '<anonymous>'

const prefix = 'named-'
const maxLength = 60

const canonical = (name: string) => name.normalize('NFC').trim()

/** No control characters, half pairs, or characters that are invisible or change the direction of text. */
const isName = (name: string) =>
  name !== '' &&
  name === canonical(name) &&
  [...name].length <= maxLength &&
  !/[\p{C}\p{Zl}\p{Zp}]/u.test(name)

const idOf = (name: string) => prefix + Buffer.from(name).toString('base64url')

/**
 * The id under which a name is stored as the author of transactions. A name is not checked and gives no
 * rights. The id contains it, so that the log tells its authors without a table of users. The cost: a changed
 * name is another user, and a name can't be taken out of the log.
 * @throws 400
 */
export function userIdOf(given: string | null | undefined): string {
  const name = canonical(given ?? '')
  if (!name) return defaultUserId
  if (!isName(name))
    throw httpError(400, `A user's name has at most ${maxLength} characters, all of them visible`)
  return idOf(name)
}

/** Headers are Latin-1, so the name is percent-encoded. @throws 400 */
export function userIdFromHeader(value: string | undefined): string {
  try {
    return userIdOf(decodeURIComponent(value ?? ''))
  } catch (error) {
    if (error instanceof URIError) throw httpError(400, 'X-User-Name must be percent-encoded UTF-8')
    throw error
  }
}

/** The name in an id, unless `userIdOf` did not return that id. */
export function nameOf(userId: string): string | undefined {
  if (!userId.startsWith(prefix)) return undefined
  const name = Buffer.from(userId.slice(prefix.length), 'base64url').toString()
  return isName(name) && idOf(name) === userId ? name : undefined
}
