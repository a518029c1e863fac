import {notSupported} from '../errors.ts'
import type {LakeApp} from './app-types.ts'

/** Parts of Sanity's API that this lake doesn't have. They say so, rather than pretend or look misspelt. */
const unsupported: Record<string, string> = {
  '/datasets/:dataset/*': 'copying datasets',
  '/datasets/:dataset': 'this way of asking for a dataset; datasets are listed, made, changed and deleted',
  '/aliases/*': 'dataset aliases',
  '/projects/:projectId/datasets/copy': 'copying datasets',
  '/projects/:projectId/datasets/:dataset/backups': 'backups of datasets',
  '/projects/:projectId/datasets/:dataset/settings/backups': 'backups of datasets',
  '/projects/:projectId/datasets/:dataset/settings/embeddings': 'embeddings',
  '/graphql/*': 'GraphQL',
  '/agent/*': 'agent actions',
  '/functions/*': 'functions',
  '/media-libraries/*': 'media libraries',
  '/assets/media-library-link/*': 'media libraries',
  '/comments/*': 'comments',
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
