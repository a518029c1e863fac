import type {SanityClient} from '@sanity/client'
import type {Env} from '../../lib/server/env-schema.ts'
import {revalidateWebhook} from '../queries/webhook.ts'

type Hook = {id: string; name: string}

/**
 * Creates the webhook that revalidates pages, or brings it up to date. Messages that wait for an existing webhook are
 * still sent.
 * @param site Where the Content Lake reaches the site.
 */
export async function registerWebhook(
  client: SanityClient,
  env: Env,
  site: {origin: string; secret: string},
) {
  const {name, path, rule} = revalidateWebhook
  const hooks = `/hooks/projects/${env.projectId}`
  const hook = {
    type: 'document',
    name,
    url: new URL(path, site.origin).href,
    dataset: env.dataset,
    rule,
    httpMethod: 'POST',
    apiVersion: 'v2021-03-25',
    includeDrafts: false,
    secret: site.secret,
  }
  // The version of Sanity's documentation of webhooks.
  const api = client.withConfig({apiVersion: '2021-10-04'})
  const existing = (await api.request<Hook[]>({url: hooks})).find((one) => one.name === name)
  await (existing
    ? api.request({url: `${hooks}/${existing.id}`, method: 'PUT', body: hook})
    : api.request({url: hooks, method: 'POST', body: hook}))
  return {url: hook.url, isNew: !existing}
}
