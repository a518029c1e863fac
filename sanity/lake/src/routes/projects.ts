import {requireUser} from '../auth.ts'
import {httpError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {defaultUserId} from '../user.ts'
import type {LakeApp} from './app-types.ts'
import {datasetList} from './datasets.ts'

/** `/projects/…`: one project with its datasets. Features that only Sanity's hosting has are empty lists. */
export function projectRoutes(app: LakeApp, lake: Lake): void {
  const {projectId} = lake.options
  app.use('/projects/*', async (context, next) => {
    requireUser(context.var.access, 'reading projects')
    await next()
  })
  app.use('/projects/:projectId/*', async (context, next) => {
    const requested = context.req.param('projectId')
    if (requested !== projectId)
      throw httpError(
        404,
        `Project "${requested}" not found: this lake serves "${projectId}" (LAKE_PROJECT_ID)`,
      )
    await next()
  })

  const project = () => ({
    id: projectId,
    displayName: projectId,
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: lake.store.datasets()[0]?.createdAt,
    members: [{id: defaultUserId, role: 'administrator', isRobot: false, isCurrentUser: true}],
    features: [],
    metadata: {},
  })

  app.get('/projects', (context) => context.json([project()]))
  app.get('/projects/:projectId', (context) => context.json(project()))
  // The Studio requests datasets that belong to another one (comments are stored in one). There are none
  // here.
  app.get('/projects/:projectId/datasets', (context) =>
    context.json(context.req.query('addonFor') ? [] : datasetList(lake)),
  )
  app.get('/projects/:projectId/grants', (context) =>
    context.json({
      'sanity.project': [{grants: [{name: 'read', params: {}}], config: {}}],
      'sanity.project.datasets': [{grants: [{name: 'read', params: {}}], config: {}}],
    }),
  )
  app.get('/projects/:projectId/datasets/:dataset/acl', (context) =>
    context.json([
      {
        filter: '_id in path("**")',
        permissions: ['read', 'create', 'update', 'history', 'manage', 'editHistory'],
      },
    ]),
  )
  app.get('/projects/:projectId/datasets/:dataset/settings/indexing', (context) =>
    context.json({partialIndexSettings: {maxFieldDepth: 0}}),
  )
  app.get('/projects/:projectId/cors', (context) =>
    context.json(
      (lake.options.allowedOrigins ?? []).map((origin, id) => ({
        id,
        origin,
        allowCredentials: true,
        projectId,
      })),
    ),
  )
  app.get('/projects/:projectId/user-applications', (context) => context.json([]))
  app.get('/projects/:projectId/roles', (context) => context.json([]))
}
