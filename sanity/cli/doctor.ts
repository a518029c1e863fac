import type {SanityClient} from '@sanity/client'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {Env} from '../../lib/server/env-schema.ts'
import {revalidateWebhook} from '../queries/webhook.ts'
import {secretsOf} from './lake-secrets.ts'
import {countDocuments, operatorClient} from './operator.ts'

/** No problem: all is well. Else what is wrong and what to do, in one line. */
export type Finding = {name: string; problem?: string}

const TIMEOUT_MS = 10_000
const manage = (env: Env) =>
  env.mode === 'hosted' ? `https://www.sanity.io/manage/project/${env.projectId}` : 'the embedded lake'

const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

async function check(name: string, look: () => Promise<string | undefined>): Promise<Finding> {
  const problem = await look().catch((error: unknown) => `could not be checked: ${reasonOf(error)}`)
  return problem ? {name, problem} : {name}
}

async function contentIsThere(client: SanityClient, env: Env) {
  const held = await countDocuments(client)
  return held === 0
    ? `the dataset ${env.dataset} is empty: npm run seed carries the content there`
    : undefined
}

async function tokenReads(client: SanityClient, env: Env) {
  try {
    await client.request({url: '/users/me'})
  } catch (error) {
    return `SANITY_API_READ_TOKEN is refused (${reasonOf(error)}): make a Viewer token at ${manage(env)}, API → Tokens`
  }
  if (env.mode === 'embedded') return
  // Nothing is written: a dry run only says whether it would be allowed.
  const writes = await client.mutate([{create: {_id: 'doctor', _type: 'doctor'}}], {dryRun: true}).then(
    () => true,
    () => false,
  )
  return writes
    ? `SANITY_API_READ_TOKEN may write: a Viewer token is enough, and the site holds it at ${manage(env)}`
    : undefined
}

/** What a browser asks before the Studio, which runs on the site's own address, may call the API. */
async function studioIsLetIn(client: SanityClient, env: Env) {
  const answer = await fetch(client.getUrl('/users/me'), {
    method: 'OPTIONS',
    headers: {
      origin: env.siteUrl,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const isLetIn =
    answer.headers.get('access-control-allow-origin') === env.siteUrl &&
    answer.headers.get('access-control-allow-credentials') === 'true'
  return isLetIn
    ? undefined
    : `${env.siteUrl} may not call the API with credentials: add it at ${manage(env)}, API → CORS origins, credentials allowed`
}

/** A signed message about a document that doesn't exist: it renews the lists and harms nothing. */
async function siteTakesWebhook(env: Env, secret: string | undefined) {
  if (!secret) return 'SANITY_REVALIDATE_SECRET is missing: set it here, on the site and in the webhook'
  const body = JSON.stringify({_id: 'doctor', _type: 'network'})
  const url = new URL(revalidateWebhook.path, env.siteUrl)
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(body, Date.now(), secret),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => reasonOf(error))
  if (typeof answer === 'string')
    return `${url} does not answer (${answer}): is NEXT_PUBLIC_SITE_URL right, is the site up?`
  if (answer.status === 401)
    return `${url} refuses the signature: the site has another SANITY_REVALIDATE_SECRET than this one`
  return answer.ok ? undefined : `${url} answers ${answer.status}: see the site's log`
}

async function webhookExists(client: SanityClient, env: Env) {
  const url = `/hooks/projects/${env.projectId}`
  const hooks = await client.request<{url: string; isDisabled?: boolean; dataset: string}[]>({url})
  const hook = hooks.find((one) => new URL(one.url).pathname === revalidateWebhook.path)
  const values = 'its values are in sanity/queries/webhook.ts'
  if (!hook)
    return `no webhook leads to ${revalidateWebhook.path}: make one at ${manage(env)}, API → Webhooks; ${values}`
  if (hook.isDisabled) return `the webhook to ${hook.url} is switched off at ${manage(env)}, API → Webhooks`
  return
}

async function schemaIsDeployed(client: SanityClient) {
  const deployed = await client.fetch<number>('count(*[_id in path("_.schemas.**")])')
  return deployed > 0 ? undefined : 'Sanity does not know the schema yet: npx sanity schemas deploy'
}

/** Everything that has to fit together, each with its remedy. Writes nothing. */
export async function diagnose(env: Env): Promise<Finding[]> {
  const {SANITY_API_READ_TOKEN: token, SANITY_REVALIDATE_SECRET: secret} =
    env.mode === 'embedded'
      ? secretsOf(env)
      : {SANITY_API_READ_TOKEN: env.readToken, SANITY_REVALIDATE_SECRET: env.revalidateSecret}
  const client = operatorClient(env, token)
  const findings = [
    {name: `environment complete (${env.mode} mode, ${env.projectId}/${env.dataset})`},
    await check('token reads', () => tokenReads(client, env)),
    await check('content is there', () => contentIsThere(client, env)),
    await check('Studio may call the API (CORS)', () => studioIsLetIn(client, env)),
    await check('site takes the webhook', () => siteTakesWebhook(env, secret)),
    await check('webhook exists', () => webhookExists(client, env)),
  ]
  // The embedded lake has no schema store, and nothing that would ask it.
  return env.mode === 'embedded'
    ? findings
    : [...findings, await check('schema deployed', () => schemaIsDeployed(client))]
}
