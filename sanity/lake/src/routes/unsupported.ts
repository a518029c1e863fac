import {notSupported} from '../errors.ts'
import type {LakeApp} from './app-types.ts'

/**
 * Parts of Sanity's API that this lake lacks. They answer 501 with their name, not 404 and not an empty
 * result.
 */
const unsupported: Record<string, string> = {
  '/datasets/:dataset/*': 'copying datasets',
  '/datasets/:dataset': 'reading a single dataset; datasets can be listed, created, changed and deleted',
  '/aliases/*': 'dataset aliases',
  '/projects/:projectId/datasets/copy': 'copying datasets',
  '/projects/:projectId/datasets/:dataset/backups': 'backups of datasets',
  '/projects/:projectId/datasets/:dataset/settings/backups': 'backups of datasets',
  '/projects/:projectId/datasets/:dataset/settings/embeddings': 'embeddings',
  '/projects/:projectId/datasets/:dataset/copy': 'copying datasets',
  '/projects/:projectId/datasets/:dataset/schemas/*': 'schema deployment',
  '/projects/:projectId/members/*': 'members; there is one user',
  '/projects/:projectId/invitations/*': 'invitations',
  '/projects/:projectId/tokens/*': 'tokens; the only one is LAKE_TOKEN',
  '/access/project/:projectId/robots/*': 'tokens; the only one is LAKE_TOKEN',
  '/access/*': 'members, roles and access requests; there is one user',
  '/apis/graphql/*': 'GraphQL',
  '/auth/providers': 'sign-in providers',
  '/collaboration/*': 'comments',
  '/context/*': 'agent context',
  '/graphql/*': 'GraphQL',
  '/invitations/*': 'invitations',
  '/schedules/*': 'scheduled publishing',
  '/schemas/*': 'schema deployment',
  '/tasks/*': 'tasks',
  '/agent/*': 'agent actions',
  '/functions/*': 'functions',
  '/media-libraries/*': 'media libraries',
  '/assets/media-library-link/*': 'media libraries',
  '/comments/*': 'comments and tasks, which need an add-on dataset',
  '/descriptors/*': 'schema deployment',
  '/jobs/*': 'jobs',
}

export function unsupportedRoutes(app: LakeApp): void {
  for (const [path, what] of Object.entries(unsupported)) {
    app.all(path, () => {
      throw notSupported(what)
    })
  }
}
