import {z} from 'zod'
import {requireUser} from '../auth.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {malformed} from '../malformed.ts'
import {openKeyValues} from '../store/key-values.ts'
import {defaultUserId, nameOf} from '../user.ts'
import type {LakeApp} from './app-types.ts'
import {readJson} from './body.ts'

const role = {
  name: 'administrator',
  title: 'Administrator',
  description: 'Read and write access to everything',
}

/** Authors that gave no name: the default user, and the seed import. */
const unnamed = new Map([
  [defaultUserId, 'Local editor'],
  ['seed', 'Seed'],
])

const displayNameOf = (userId: string) => unnamed.get(userId) ?? nameOf(userId)

const pairSchema = z.object({key: z.string().min(1).max(512), value: z.unknown()})

/** The length is checked before the elements: a million wrong ones would take long. */
const pairsSchema = z.array(z.unknown()).max(100).pipe(z.array(pairSchema))

/** `/users/…`: users have names and may do everything, since the lake runs on their own machine. */
export function userRoutes(app: LakeApp, lake: Lake): void {
  const keyValues = openKeyValues(lake.store)
  const createdAt = lake.store.datasets()[0]?.createdAt ?? new Date().toISOString()
  app.use('/users/*', async (context, next) => {
    requireUser(context.var.access, 'reading users')
    await next()
  })

  app.get('/users/me', (context) =>
    context.json({
      id: context.var.identity,
      name: displayNameOf(context.var.identity),
      email: '',
      profileImage: null,
      role: role.name,
      roles: [role],
      provider: 'embedded',
    }),
  )
  app.get('/users/me/keyvalue/:keys', (context) =>
    context.json(keyValues.get(context.req.param('keys').split(',').map(decodeURIComponent))),
  )
  app.put('/users/me/keyvalue', async (context) => {
    const body = pairsSchema.safeParse(await readJson(context))
    if (!body.success) throw malformed('key-value pairs', body.error)
    keyValues.set(body.data)
    return context.json(body.data)
  })

  // One id returns a user, several return an array.
  app.get('/users/:ids', (context) => {
    const ids = context.req.param('ids').split(',')
    const users = ids.flatMap((id) => {
      const displayName = displayNameOf(id)
      if (!displayName) return []
      return {
        id,
        projectId: lake.options.projectId,
        displayName,
        familyName: null,
        givenName: null,
        middleName: null,
        imageUrl: null,
        createdAt,
        updatedAt: createdAt,
        isCurrentUser: id === context.var.identity,
      }
    })
    if (ids.length > 1) return context.json(users)
    if (!users[0]) throw httpError(404, `User "${ids[0]}" not found`)
    return context.json(users[0])
  })

  app.get('/auth/id', (context) => {
    requireUser(context.var.access, 'a session')
    return context.json({id: context.var.identity})
  })
}
