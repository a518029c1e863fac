import {requireUser} from '../auth.ts'
import {isPublicId, publishedIdOf} from '../document.ts'
import {httpError, notSupported} from '../errors.ts'
import {type Lake, limits} from '../lake.ts'
import type {LakeApp} from './app-types.ts'
import {flag} from './body.ts'

/** `GET /data/doc/{dataset}/{id,id,…}`: documents as stored. Missing ones are listed with the reason. */
export function documentRoutes(app: LakeApp, lake: Lake): void {
  app.get('/data/doc/:dataset/:ids', (context) => {
    const {dataset, access} = context.var
    const requestedIds = context.req.param('ids').split(',').filter(Boolean)
    if (requestedIds.length > limits.ids) throw httpError(400, `At most ${limits.ids} documents per request`)
    const ids = flag(context, 'includeAllVersions', false)
      ? requestedIds.flatMap((id) => lake.store.versionIds(dataset, publishedIdOf(id)))
      : requestedIds
    const documents = []
    const omitted = []
    for (const id of ids) {
      const document = lake.store.get(dataset, id)
      if (!document) omitted.push({id, reason: 'existence'})
      else if (access === 'public' && !isPublicId(id)) omitted.push({id, reason: 'permission'})
      else documents.push(document)
    }
    const content = flag(context, 'excludeContent', false) ? [] : documents
    return context.json({documents: content, omitted})
  })

  // References from other datasets: this lake has none. Those within a dataset are a query, `references()`.
  app.get('/data/references/:dataset/documents/:id/to', (context) => {
    requireUser(context.var.access, 'listing references')
    if (!flag(context, 'excludeInternalReferences', false))
      throw notSupported('listing references within a dataset; query `*[references($id)]` instead')
    return context.json({totalCount: 0, references: []})
  })
}
