import {z} from 'zod'
import {requireMember} from '../auth.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {malformed} from '../malformed.ts'
import {openKeyValues} from '../store/key-values.ts'
import {memberId} from '../user.ts'
import type {LakeApp} from './app-types.ts'
import {readJson} from './body.ts'

const role = {
  name: 'administrator',
  title: 'Administrator',
  description: 'Read and write access to everything',
}

/** Who may be asked about: the one user of this lake, and what imported its seed. */
const names: Record<string, string> = {[memberId]: 'Local editor', seed: 'Seed'}

const pair = z.object({key: z.string().min(1).max(512), value: z.unknown()})

/** Counted before each is looked at: a million wrong ones would take their time. */
const pairs = z.array(z.unknown()).max(100).pipe(z.array(pair))

/** `/users/…`: a lake on one's own machine has one user, who may do everything. */
export function userRoutes(app: LakeApp, lake: Lake): void {
  const keyValues = openKeyValues(lake.store)
  const since = lake.store.datasets()[0]?.createdAt ?? new Date().toISOString()
  app.use('/users/*', async (context, next) => {
    requireMember(context.var.access, 'reading users')
    await next()
  })

  app.get('/users/me', (context) =>
    context.json({
      id: memberId,
      name: names[memberId],
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
    const body = pairs.safeParse(await readJson(context))
    if (!body.success) throw malformed('key-value pairs', body.error)
    keyValues.set(body.data)
    return context.json(body.data)
  })

  // One id gives a user, several give an array.
  app.get('/users/:ids', (context) => {
    const ids = context.req.param('ids').split(',')
    const users = ids.flatMap((id) => {
      const displayName = names[id]
      if (!displayName) return []
      return {
        id,
        projectId: lake.options.projectId,
        displayName,
        familyName: null,
        givenName: null,
        middleName: null,
        imageUrl: null,
        createdAt: since,
        updatedAt: since,
        isCurrentUser: id === memberId,
      }
    })
    if (ids.length > 1) return context.json(users)
    if (!users[0]) throw httpError(404, `User "${ids[0]}" not found`)
    return context.json(users[0])
  })

  app.get('/auth/id', (context) => {
    requireMember(context.var.access, 'a session')
    return context.json({id: memberId})
  })
}
