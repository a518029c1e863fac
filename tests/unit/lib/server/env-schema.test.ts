import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {modeOf, parseEnv, variableNames} from '#lib/server/env-schema.ts'
import {datasetNames} from '#sanity/lake/tests/dataset-names.ts'

const hosted = {
  NEXT_PUBLIC_SANITY_PROJECT_ID: 'abc12345',
  NEXT_PUBLIC_SITE_URL: 'https://www.migrace.com/',
  SANITY_API_READ_TOKEN: 'sk-a-viewer-token',
  SANITY_REVALIDATE_SECRET: 'a-long-enough-secret',
}

describe('the mode', () => {
  it.each([
    [{}, 'embedded'],
    [{NEXT_PUBLIC_SANITY_PROJECT_ID: ''}, 'embedded'],
    [{NEXT_PUBLIC_SANITY_PROJECT_ID: ' '}, 'embedded'],
    [{NEXT_PUBLIC_SANITY_PROJECT_ID: 'local'}, 'embedded'],
    [{NEXT_PUBLIC_SANITY_PROJECT_ID: 'abc12345'}, 'hosted'],
  ])('of %j is %s', (source, mode) => {
    expect(modeOf(source)).toBe(mode)
  })
})

describe('the environment', () => {
  it('needs no variable in embedded mode', () => {
    expect(parseEnv({})).toEqual({
      mode: 'embedded',
      trustedProxies: [],
      projectId: 'local',
      dataset: 'production',
      lakeUrl: 'http://127.0.0.1:3333',
      lakePort: 3333,
      lakeDir: '.lake',
      siteUrl: 'http://localhost:3000',
      port: 3000,
      readToken: undefined,
      writeToken: undefined,
      revalidateSecret: undefined,
      redisUrl: undefined,
      tracesUrl: undefined,
      tracesServiceName: 'simi-networks',
      isDevelopment: false,
      isOnVercel: false,
    })
  })

  it('lets two copies run on one machine', () => {
    const {lakeUrl, lakeDir, siteUrl} = parseEnv({PORT: '3100', LAKE_PORT: '4100', LAKE_DIR: '/tmp/second'})
    expect({lakeUrl, lakeDir, siteUrl}).toEqual({
      lakeUrl: 'http://127.0.0.1:4100',
      lakeDir: '/tmp/second',
      siteUrl: 'http://localhost:3100',
    })
  })

  it('has no Content Lake URL in hosted mode: the client knows it', () => {
    expect(parseEnv(hosted)).toMatchObject({
      mode: 'hosted',
      lakeUrl: undefined,
      siteUrl: 'https://www.migrace.com',
      readToken: 'sk-a-viewer-token',
    })
  })

  it('lists every missing and wrong variable in one message', () => {
    const wrong = {
      NEXT_PUBLIC_SANITY_PROJECT_ID: 'Not An Id',
      NEXT_PUBLIC_SITE_URL: 'migrace.com',
      PORT: '99999',
    }
    expect(() => parseEnv(wrong)).toThrow(
      /NEXT_PUBLIC_SANITY_PROJECT_ID can only hold[\s\S]*NEXT_PUBLIC_SITE_URL must be an http[\s\S]*\.env\.example/,
    )
    for (const name of ['PORT', 'SANITY_API_READ_TOKEN is missing', 'SANITY_REVALIDATE_SECRET is missing']) {
      expect(() => parseEnv(wrong)).toThrow(name)
    }
  })

  it('refuses a short secret', () => {
    expect(() => parseEnv({SANITY_REVALIDATE_SECRET: 'short'})).toThrow('SANITY_REVALIDATE_SECRET')
  })

  it.each(datasetNames.valid)('accepts the dataset name %j', (name) => {
    expect(parseEnv({NEXT_PUBLIC_SANITY_DATASET: name}).dataset).toBe(name)
  })

  it.each(datasetNames.invalid)('refuses the dataset name %j', (name) => {
    expect(() => parseEnv({NEXT_PUBLIC_SANITY_DATASET: name})).toThrow('must be a dataset name')
  })

  it('has every variable explained in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8')
    const explained = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1])
    expect(explained.toSorted()).toEqual(variableNames.toSorted())
  })
})
