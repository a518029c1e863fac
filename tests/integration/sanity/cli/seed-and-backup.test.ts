import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, expect, it} from 'vitest'
import {parseEnv} from '#lib/server/env-schema.ts'
import {backup, restore} from '#sanity/cli/backup.ts'
import {diagnose} from '#sanity/cli/doctor.ts'
import {writeClient} from '#sanity/cli/operator.ts'
import {registerWebhook} from '#sanity/cli/register-webhook.ts'
import {seed} from '#sanity/cli/seed.ts'
import {lakeForTests, site, token} from '#sanity/lake/tests/lake-for-tests.ts'
import {revalidateWebhook} from '#sanity/queries/webhook.ts'

// Hosted mode, with the lake as Sanity's host: SANITY_API_HOST points to it.
const lake = lakeForTests({projectId: 'abc12345'})
const folder = mkdtempSync(join(tmpdir(), 'ops-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const variables = (dataset: string) => ({
  NEXT_PUBLIC_SANITY_PROJECT_ID: 'abc12345',
  NEXT_PUBLIC_SANITY_DATASET: dataset,
  NEXT_PUBLIC_SITE_URL: site,
  SANITY_API_HOST: lake.url,
  SANITY_API_READ_TOKEN: token,
  SANITY_API_WRITE_TOKEN: token,
  SANITY_REVALIDATE_SECRET: 'a-secret-of-the-operator',
})
const envFor = (dataset: string) => parseEnv(variables(dataset))

let datasets = 0
let dataset: string
const createDataset = async () => {
  const name = `ops-${++datasets}`
  await writeClient(envFor('production')).datasets.create(name)
  return name
}
beforeEach(async () => {
  dataset = await createDataset()
  const documents = [
    {_id: 'network-a', _type: 'network', title: 'Made-up A', parent: {_type: 'reference', _ref: 'network-b'}},
    {_id: 'network-b', _type: 'network', title: 'Made-up B'},
  ]
  writeFileSync(join(folder, 'network.ndjson'), `${documents.map((one) => JSON.stringify(one)).join('\n')}\n`)
})

const titles = (name: string) =>
  writeClient(envFor(name)).fetch<Record<string, string>[]>('*[_type == "network"]|order(_id){_id, title}')

it('the seed adds missing documents and never overwrites published documents or drafts', async () => {
  const client = writeClient(envFor(dataset))
  await client.create({_id: 'network-b', _type: 'network', title: 'Corrected by an editor'})
  const before = await client.getDocument('network-b')
  expect(await seed(client, folder)).toEqual({written: 1, skipped: 1})
  expect(await client.getDocument('network-b')).toEqual(before)
  await client.delete('network-a')
  await client.create({_id: 'drafts.network-a', _type: 'network', title: 'Being written'})
  expect(await seed(client, folder)).toEqual({written: 0, skipped: 2})
})

it('with --replace the seed overwrites its own documents and leaves others alone', async () => {
  const client = writeClient(envFor(dataset))
  await client.create({_id: 'network-b', _type: 'network', title: 'Corrected by an editor'})
  await client.create({_id: 'network-c', _type: 'network', title: 'Added by an editor'})
  expect(await seed(client, folder, {replace: true})).toEqual({written: 2, skipped: 0})
  expect(await titles(dataset)).toEqual([
    {_id: 'network-a', title: 'Made-up A'},
    {_id: 'network-b', title: 'Made-up B'},
    {_id: 'network-c', title: 'Added by an editor'},
  ])
})

it('a restored backup has all documents, drafts and assets, and a backup never overwrites another', async () => {
  const client = writeClient(envFor(dataset))
  await seed(client, folder)
  await client.create({_id: 'drafts.network-a', _type: 'network', title: 'Being written'})
  await client.assets.upload('file', Buffer.from('a,b'), {filename: 'members.csv', contentType: 'text/csv'})
  const file = join(folder, `${dataset}.tar.gz`)
  expect(await backup(client, file)).toEqual({documents: 3, assets: 1})
  expect(existsSync(`${file}.unfinished`)).toBe(false)
  await expect(backup(client, file)).rejects.toThrow('never replaces another')

  const other = await createDataset()
  expect(await restore(writeClient(envFor(other)), file)).toEqual({documents: 3, warnings: []})
  expect(await titles(other)).toEqual(await titles(dataset))
  await expect(restore(writeClient(envFor(other)), file)).rejects.toThrow('--replace')
  await writeClient(envFor(other)).patch('network-a').set({title: 'Spoilt'}).commit()
  await restore(writeClient(envFor(other)), file, {replace: true})
  expect(await titles(other)).toEqual(await titles(dataset))
})

it('without a write token the error names the missing variable', () => {
  const env = parseEnv({...variables(dataset), SANITY_API_WRITE_TOKEN: ''})
  expect(() => writeClient(env)).toThrow('SANITY_API_WRITE_TOKEN is missing')
})

it('the doctor says in one line for each problem how to fix it, and writes nothing', async () => {
  const env = envFor(dataset)
  const findings = Object.fromEntries((await diagnose(env)).map(({name, problem}) => [name, problem]))
  expect(findings.content).toContain('npm run seed')
  expect(findings['Studio may call the API (CORS)']).toBeUndefined()
  expect(findings.token).toContain('a Viewer token is enough')
  expect(findings['webhook reaches the site']).toContain('does not answer')
  expect(findings['webhook exists']).toContain('sanity/queries/webhook.ts')
  expect(findings['schema deployed']).toContain('schemas deploy')
  expect(await titles(dataset)).toEqual([])

  const foreign = parseEnv({
    ...variables(dataset),
    NEXT_PUBLIC_SITE_URL: 'http://127.0.0.1:1',
    SANITY_API_READ_TOKEN: 'an-unknown-token',
  })
  const problems = Object.fromEntries((await diagnose(foreign)).map(({name, problem}) => [name, problem]))
  expect(problems.token).toContain('SANITY_API_READ_TOKEN is rejected')
  expect(problems['Studio may call the API (CORS)']).toContain('API → CORS origins')
})

it('the doctor lists sources that lack something, and does not fail because of them', async () => {
  const env = envFor(await createDataset())
  const client = writeClient(env)
  const complete = {
    _type: 'source',
    title: 'Complete',
    url: 'https://example.org/a',
    publisher: 'A',
    retrieved: '2026-01-01',
    archivedUrl: 'https://web.archive.org/a',
  }
  const noticeOf = async () =>
    (await diagnose(env)).find(({name}) => name.startsWith('sources')) ?? {name: 'missing'}

  await client.create(complete)
  expect(await noticeOf()).toEqual({name: expect.any(String)})

  await client.create({_type: 'source', title: 'Bare', url: 'http://www.example.org/a/'})
  const {notice, problem} = await noticeOf()
  expect(problem).toBeUndefined()
  expect(notice).toContain('2 of 2 sources')
  const line = (title: string) => notice?.split('\n').find((each) => each.includes(title))
  expect(line('Bare')).toContain('/a/): publisher, retrieved, archived copy, same address as another source')
  expect(line('Complete')).toContain('/a): same address as another source')
})

it('the doctor says when the webhook has the filter of another version of the site', async () => {
  const client = writeClient(envFor('production')).withConfig({apiVersion: '2021-10-04'})
  const url = '/hooks/projects/abc12345'
  const problem = async () =>
    (await diagnose(envFor('production'))).find(({name}) => name === 'webhook exists')?.problem
  const hook = (filter: string) => ({
    name: 'Revalidate the site',
    url: `${site}${revalidateWebhook.path}`,
    dataset: 'production',
    rule: {...revalidateWebhook.rule, filter},
  })
  const {id} = await client.request<{id: string}>({url, method: 'POST', body: hook('_type == "network"')})
  expect(await problem()).toContain('has the filter of another version of the site')
  await client.request({url: `${url}/${id}`, method: 'PUT', body: hook(revalidateWebhook.rule.filter)})
  expect(await problem()).toBeUndefined()
  await client.request({url: `${url}/${id}`, method: 'DELETE'})
})

it('one command creates the webhook, and a second time brings it up to date', async () => {
  const env = envFor('production')
  const client = writeClient(env)
  const url = '/hooks/projects/abc12345'
  const command = () =>
    registerWebhook(client, env, {origin: env.siteUrl, secret: 'a-secret-of-the-operator'})
  for (const {id} of await client.request<{id: string}[]>({url}))
    await client.request({url: `${url}/${id}`, method: 'DELETE'})
  expect(await command()).toEqual({url: `${site}/api/revalidate`, isNew: true})
  const problem = async () => (await diagnose(env)).find(({name}) => name === 'webhook exists')?.problem
  expect(await problem()).toBeUndefined()
  const [hook] = await client.request<{id: string; name: string}[]>({url})
  await client.request({
    url: `${url}/${hook?.id}`,
    method: 'PUT',
    body: {...hook, rule: {...revalidateWebhook.rule, filter: '_type == "network"'}},
  })
  expect(await problem()).toContain('npm run webhook')
  expect(await command()).toEqual({url: `${site}/api/revalidate`, isNew: false})
  expect(await problem()).toBeUndefined()
  expect(await client.request({url})).toHaveLength(1)
})

it('the doctor says when Sanity will delete a project that is not claimed yet', async () => {
  // The lake has no answer for the owner of a project, so this server stands for Sanity.
  const sanity = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end('{"organizationId":"oSystemUnclaimed"}')
  })
  await new Promise<void>((ready) => sanity.listen(0, '127.0.0.1', ready))
  const {port} = sanity.address() as AddressInfo
  const env = parseEnv({...variables('production'), SANITY_API_HOST: `http://127.0.0.1:${port}`})
  const findings = await diagnose(env)
  sanity.close()
  const ownerOf = (list: typeof findings) => list.find(({name}) => name.includes('belongs to an account'))
  expect(ownerOf(findings)?.notice).toContain('npx sanity projects unclaimed abc12345')
  expect(ownerOf(findings)?.problem).toBeUndefined()
  expect(ownerOf(await diagnose(envFor('production')))?.notice).toBeUndefined()
})
