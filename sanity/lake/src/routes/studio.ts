import type {Lake} from '../lake.ts'
import type {LakeApp} from './app-types.ts'

/**
 * What the Studio asks a Sanity host besides content. Content releases are there; no other paid feature, no offer, no announcement, no
 * telemetry: each answer is the one that makes the Studio leave the matter alone.
 */
export function studioRoutes(app: LakeApp, lake: Lake): void {
  app.get('/ping', (context) => context.json({pong: true}))
  // Asked when answers are slow, to name the server that gave them: there is only the one.
  app.get('/data/ping/:dataset', (context) => context.json({pong: true}))
  app.get('/features', (context) => context.json(['contentReleases']))
  // Asked before each release is made, for fear of a plan's limit: there is no plan, only the limit of a number.
  app.get('/projects/:projectId/new-content-release-allowed', (context) =>
    context.json({
      data: {orgMeteredActiveReleaseCount: 0, orgActiveReleaseLimit: null, datasetReleaseLimit: 10_000},
    }),
  )
  app.get('/journey/*', (context) => context.json(null))
  app.get('/help', (context) => context.json({resources: {title: '', sectionArray: []}}))
  app.get('/intake/telemetry-status', (context) => context.json({status: 'denied'}))
  // Consent is denied; what is sent all the same is dropped.
  app.post('/intake/*', (context) => context.body(null, 204))
  app.get('/access/requests/me', (context) => context.json([]))
  // Read without asking whether it is there, on the page of a published release: history is kept for ever.
  const retention = {features: [{attributes: {maxRetentionDays: null}}]}
  app.get('/subscriptions/project/:projectId', (context) => context.json({featureTypes: {retention}}))
  app.get('/schedules/:projectId/:dataset', (context) => context.json({schedules: []}))
  app.get('/check/cors', (context) => {
    const origin = context.req.header('origin')
    const allowed = origin === undefined || lake.guard.isAllowedOrigin(origin)
    return context.json({result: {allowed, withCredentials: allowed}})
  })
}
