import type {Context} from 'hono'
import {requireUser} from '../auth.ts'
import {isRecord, type Json} from '../document.ts'
import {httpError, invalidRequestBody, notSupported, queryParseError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {syncTagOf} from '../listen/live.ts'
import {paramsFromAddress} from '../query/params.ts'
import {isPrivatePerspective, parsePerspective} from '../query/perspective.ts'
import type {LakeApp, LakeEnv} from './app-types.ts'
import {readJson, requireKnownFields} from './body.ts'

/** `GET|POST /data/query/{dataset}`: the response is `{query, result, ms, syncTags}`. */
export function queryRoutes(app: LakeApp, lake: Lake): void {
  app.get('/data/query/:dataset', (context) =>
    respond(
      context,
      lake,
      context.req.query('query') ?? '',
      paramsFromAddress(new URL(context.req.url).searchParams),
    ),
  )
  app.post('/data/query/:dataset', async (context) => {
    const body = await readJson(context)
    if (!isRecord(body)) throw invalidRequestBody(JSON.stringify(body), 'The body must be an object')
    requireKnownFields(body, ['query', 'params'], body)
    const {query = '', params = {}} = body
    if (typeof query !== 'string' || !isRecord(params))
      throw invalidRequestBody(JSON.stringify(body), '"query" must be a string and "params" an object')
    return respond(context, lake, query, params)
  })
}

async function respond(
  context: Context<LakeEnv>,
  lake: Lake,
  query: string,
  params: Json,
): Promise<Response> {
  if (query.trim() === '')
    throw queryParseError(query, 'unexpected end-of-file, expected expression', 0, query.length)
  const started = performance.now()
  const {dataset, access, identity, version} = context.var
  const search = new URL(context.req.url).searchParams
  refuseUnsupported(search)
  const perspective = parsePerspective(search.getAll('perspective').join(',') || undefined, version)
  if (isPrivatePerspective(perspective)) requireUser(access, `perspective "${perspective}"`)
  const sourceMap = sourceMapOf(search)
  const answer = await lake.queries.run({
    dataset,
    query,
    params,
    perspective,
    publicOnly: access === 'public',
    identity,
    sourceMap,
  })
  const ms = Math.round(performance.now() - started)
  const returned = search.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const members = sourceMap ? answer.slice(1, -1) : `"result":${answer}`
  return context.body(`{${returned}${members},"syncTags":["${syncTagOf(dataset)}"],"ms":${ms}}`, 200, {
    'Content-Type': 'application/json; charset=utf-8',
  })
}

function sourceMapOf(search: URLSearchParams): {byKey: boolean} | undefined {
  const requested = search.get('resultSourceMap') ?? 'false'
  if (requested === 'false') return undefined
  if (requested === 'true' || requested === 'withKeyArraySelector') return {byKey: requested !== 'true'}
  throw httpError(
    400,
    `resultSourceMap is true, false or withKeyArraySelector, not "${requested.slice(0, 100)}"`,
  )
}

/** Refuses unsupported options that change the result. Ignoring them would return a wrong result. */
function refuseUnsupported(search: URLSearchParams): void {
  for (const name of ['variant', 'variantCondition']) {
    if (search.has(name)) throw notSupported(`document variants (${name})`)
  }
}
