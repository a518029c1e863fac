import type {Lake} from '../lake.ts'
import type {LakeApp} from './app-types.ts'

/**
 * Requests of the Studio besides content. Content releases are enabled. All other paid features, offers,
 * announcements and telemetry get a response that makes the Studio hide or skip them.
 */
export function studioRoutes(app: LakeApp, lake: Lake): void {
  app.get('/ping', (context) => context.json({pong: true}))
  // The Studio requests this when responses are slow, to name the server. There is only one server.
  app.get('/data/ping/:dataset', (context) => context.json({pong: true}))
  app.get('/features', (context) => context.json(['contentReleases', 'singleDocRelease']))
  // The Studio requests this before it creates a release, for the limit of the plan. There is no plan, only
  // the limit of a number.
  app.get('/projects/:projectId/new-content-release-allowed', (context) =>
    context.json({
      data: {orgMeteredActiveReleaseCount: 0, orgActiveReleaseLimit: null, datasetReleaseLimit: 10_000},
    }),
  )
  app.get('/journey/*', (context) => context.json(null))
  app.get('/help', (context) => context.json({resources: {title: '', sectionArray: []}}))
  app.get('/intake/telemetry-status', (context) => context.json({status: 'denied'}))
  // Telemetry is denied; events that are sent anyway are dropped.
  app.post('/intake/*', (context) => context.body(null, 204))
  app.get('/access/requests/me', (context) => context.json([]))
  // The page of a published release reads this without a check that it exists. History is kept for ever.
  const retention = {features: [{attributes: {maxRetentionDays: null}}]}
  app.get('/subscriptions/project/:projectId', (context) => context.json({featureTypes: {retention}}))
  app.get('/schedules/:projectId/:dataset', (context) => context.json({schedules: []}))
  app.get('/check/cors', (context) => {
    const origin = context.req.header('origin')
    const allowed = origin === undefined || lake.auth.isAllowedOrigin(origin)
    return context.json({result: {allowed, withCredentials: allowed}})
  })
}
