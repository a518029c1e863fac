import type {SanityClient} from '@sanity/client'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {Env} from '../../lib/server/env-schema.ts'
import {revalidateWebhook} from '../queries/webhook.ts'
import {lakeSecrets} from './lake-secrets.ts'
import {countDocuments, operatorClient} from './operator.ts'
import {sourceGaps} from './source-gaps.ts'

/**
 * `problem` says in one line what is wrong and how to fix it. `notice`: the site works, but something could be
 * better. Both are absent when the check passed.
 */
export type Finding = {name: string; problem?: string; notice?: string}

const TIMEOUT_MS = 10_000
const manageUrl = (env: Env) =>
  env.mode === 'hosted' ? `https://www.sanity.io/manage/project/${env.projectId}` : 'the embedded lake'

const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

async function check(name: string, probe: () => Promise<string | undefined>): Promise<Finding> {
  const problem = await probe().catch((error: unknown) => `check failed: ${reasonOf(error)}`)
  return problem ? {name, problem} : {name}
}

/** Incomplete sources are work for editors: they do not fail the command. */
async function checkSources(client: SanityClient): Promise<Finding> {
  const name = 'sources have publisher, date of reading and archived copy'
  try {
    const notice = await sourceGaps(client)
    return notice ? {name, notice} : {name}
  } catch (error) {
    return {name, problem: `check failed: ${reasonOf(error)}`}
  }
}

async function checkContent(client: SanityClient, env: Env) {
  const documents = await countDocuments(client)
  return documents === 0
    ? `the dataset ${env.dataset} is empty: run npm run seed to import the content`
    : undefined
}

async function checkToken(client: SanityClient, env: Env) {
  try {
    await client.request({url: '/users/me'})
  } catch (error) {
    return `SANITY_API_READ_TOKEN is rejected (${reasonOf(error)}): create a Viewer token at ${manageUrl(env)}, API → Tokens`
  }
  if (env.mode === 'embedded') return
  // The dry run writes nothing. It shows whether the token could write.
  const canWrite = await client.mutate([{create: {_id: 'doctor', _type: 'doctor'}}], {dryRun: true}).then(
    () => true,
    () => false,
  )
  return canWrite
    ? `SANITY_API_READ_TOKEN may write, but the site only needs to read: a Viewer token is enough. Create one at ${manageUrl(env)}`
    : undefined
}

/** Sends the CORS preflight request that a browser sends when the Studio calls the API. */
async function checkCors(client: SanityClient, env: Env) {
  const answer = await fetch(client.getUrl('/users/me'), {
    method: 'OPTIONS',
    headers: {
      origin: env.siteUrl,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const isAllowed =
    answer.headers.get('access-control-allow-origin') === env.siteUrl &&
    answer.headers.get('access-control-allow-credentials') === 'true'
  return isAllowed
    ? undefined
    : `${env.siteUrl} may not call the API with credentials: add it at ${manageUrl(env)}, API → CORS origins, credentials allowed`
}

/** Sends a signed webhook for a document that doesn't exist. Side effect: the site revalidates its lists. */
async function checkWebhookDelivery(env: Env, secret: string | undefined) {
  if (!secret)
    return 'SANITY_REVALIDATE_SECRET is missing: set the same value here, on the site and in the webhook'
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
    return `${url} rejects the signature: the site's SANITY_REVALIDATE_SECRET differs from this one`
  return answer.ok ? undefined : `${url} answers ${answer.status}: see the log of the site`
}

type Hook = {url: string; isDisabled?: boolean; dataset: string; rule?: {filter?: string}}

async function checkWebhook(client: SanityClient, env: Env) {
  const url = `/hooks/projects/${env.projectId}`
  const hooks = await client.request<Hook[]>({url})
  const hook = hooks.find((one) => new URL(one.url).pathname === revalidateWebhook.path)
  const values = 'its values are in sanity/queries/webhook.ts'
  if (!hook) return `no webhook calls ${revalidateWebhook.path}: create it with npm run webhook; ${values}`
  if (hook.isDisabled) return `the webhook to ${hook.url} is disabled at ${manageUrl(env)}, API → Webhooks`
  if (hook.rule?.filter !== revalidateWebhook.rule.filter)
    return `the webhook to ${hook.url} has the filter of another version of the site: bring it up to date with npm run webhook; ${values}`
  return
}

/** The organization of projects that `npx sanity new` made, until they are claimed (@sanity/cli, services/projects.js). */
const UNCLAIMED = 'oSystemUnclaimed'

/** Sanity deletes such a project, but until then everything works. */
async function checkOwner(client: SanityClient, env: Env): Promise<Finding> {
  const name = 'the project belongs to an account'
  const project = await client
    .request<{organizationId?: string | null}>({url: `/projects/${env.projectId}`})
    .catch(() => undefined)
  return project?.organizationId === UNCLAIMED
    ? {
        name,
        notice: `the project is not claimed yet: Sanity deletes it 72 hours after it was created. Claim it at the address that "npx sanity projects unclaimed ${env.projectId}" prints`,
      }
    : {name}
}

async function checkSchema(client: SanityClient) {
  const deployed = await client.fetch<number>('count(*[_id in path("_.schemas.**")])')
  return deployed > 0 ? undefined : 'the schema is not deployed to Sanity: run npx sanity schemas deploy'
}

/** Checks environment, token, content, CORS, webhook and schema. Writes no content. */
export async function diagnose(env: Env): Promise<Finding[]> {
  const {SANITY_API_READ_TOKEN: token, SANITY_REVALIDATE_SECRET: secret} =
    env.mode === 'embedded'
      ? lakeSecrets(env)
      : {SANITY_API_READ_TOKEN: env.readToken, SANITY_REVALIDATE_SECRET: env.revalidateSecret}
  const client = operatorClient(env, token)
  const findings = [
    {name: `environment complete (${env.mode} mode, ${env.projectId}/${env.dataset})`},
    await check('token', () => checkToken(client, env)),
    await check('content', () => checkContent(client, env)),
    await checkSources(client),
    await check('Studio may call the API (CORS)', () => checkCors(client, env)),
    await check('webhook reaches the site', () => checkWebhookDelivery(env, secret)),
    await check('webhook exists', () => checkWebhook(client, env)),
  ]
  // The embedded lake has no schema store.
  return env.mode === 'embedded'
    ? findings
    : [...findings, await check('schema deployed', () => checkSchema(client)), await checkOwner(client, env)]
}
