import {requireUser} from '../auth.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {withoutSecret} from '../webhooks/hooks.ts'
import type {LakeApp} from './app-types.ts'
import {readJson} from './body.ts'

/** Sanity's Webhooks API: `/hooks/projects/{projectId}`, the hooks, their messages and attempts. */
export function hookRoutes(app: LakeApp, lake: Lake): void {
  const base = '/hooks/projects/:projectId'
  app.use(`${base}/*`, async (context, next) => {
    requireUser(context.var.access, 'managing webhooks')
    if (context.req.param('projectId') !== lake.options.projectId) throw httpError(404, 'Project not found')
    await next()
  })
  app.get(base, (context) => context.json(lake.hooks.list().map(withoutSecret)))
  app.post(base, async (context) =>
    context.json(withoutSecret(lake.hooks.create(await readJson(context))), 201),
  )
  app.get(`${base}/attempts/:id`, (context) => {
    const attempt = lake.messages.attempt(context.req.param('id'))
    if (!attempt) throw httpError(404, 'Attempt not found')
    return context.json(attempt)
  })
  app.get(`${base}/:id`, (context) => context.json(withoutSecret(lake.hooks.get(context.req.param('id')))))
  app.on(['PUT', 'PATCH'], `${base}/:id`, async (context) =>
    context.json(withoutSecret(lake.hooks.update(context.req.param('id'), await readJson(context)))),
  )
  app.delete(`${base}/:id`, (context) => {
    lake.hooks.remove(context.req.param('id'))
    return context.body(null, 204)
  })
  app.get(`${base}/:id/messages`, (context) => {
    lake.hooks.get(context.req.param('id'))
    return context.json(lake.messages.messages(context.req.param('id')))
  })
  app.get(`${base}/:id/attempts`, (context) => {
    lake.hooks.get(context.req.param('id'))
    return context.json(lake.messages.attempts(context.req.param('id')))
  })
}
