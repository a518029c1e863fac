import {z} from 'zod'

/**
 * The one place that reads the environment. Pure: pass any record of strings, get the whole configuration
 * or one error that lists every variable that is missing or wrong.
 *
 * The mode follows from a single variable: a project id of your own means Sanity's hosted Content Lake,
 * none (or the reserved id `local`) means the embedded one on this machine.
 */
const port = z.coerce.number().int().min(1).max(65_535)

const origin = z
  .url({protocol: /^https?$/, error: 'must be an http(s) address, for example https://www.migrace.com'})
  .transform((url) => new URL(url).origin)

/** Sanity's rule. The lake has its own copy; tests hold both to the examples in sanity/lake/tests/dataset-names.ts. */
const dataset = z
  .string()
  .regex(
    /^~?[a-z0-9][a-z0-9_-]{0,63}$/,
    'must be a dataset name: lower-case letters, digits, - and _, the first a letter or digit',
  )

const shared = {
  PORT: port.default(3000),
  NEXT_PUBLIC_SANITY_DATASET: dataset.default('production'),
  REDIS_URL: z.url({protocol: /^rediss?$/, error: 'must look like redis://127.0.0.1:6379'}).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .pipe(
      z.array(
        z.union(
          [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
          'must be a list of IP addresses or networks, for example 127.0.0.1,10.0.0.0/8',
        ),
      ),
    )
    .optional(),
  // OpenTelemetry reads it too, with its other variables.
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({protocol: /^https?$/, error: 'must look like http://127.0.0.1:4318'})
    .optional(),
}

const embedded = z.object({
  ...shared,
  NEXT_PUBLIC_SANITY_PROJECT_ID: z.literal('local').default('local'),
  NEXT_PUBLIC_SITE_URL: origin.optional(),
  // Made by the wrapper when absent. Without the wrapper they stay unset: previews and the webhook refuse.
  SANITY_API_READ_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  SANITY_REVALIDATE_SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
  LAKE_PORT: port.default(3333),
  LAKE_DIR: z.string().min(1).default('.lake'),
})

const hosted = z.object({
  ...shared,
  NEXT_PUBLIC_SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'can only hold a-z, 0-9 and dashes; find it on sanity.io/manage'),
  NEXT_PUBLIC_SITE_URL: origin,
  SANITY_API_READ_TOKEN: z.string().min(1, 'make a Viewer token on sanity.io/manage'),
  SANITY_REVALIDATE_SECRET: z.string().min(16, 'must have 16 characters or more'),
  // For the seed and restore commands only. The site does not get it.
  SANITY_API_WRITE_TOKEN: z.string().min(1, 'make an Editor token on sanity.io/manage').optional(),
  SANITY_API_HOST: origin.optional(),
})

/** Every variable that an operator sets, for `.env.example` and its test. */
export const variableNames = [...new Set([...Object.keys(embedded.shape), ...Object.keys(hosted.shape)])]

export type Env = {
  mode: 'embedded' | 'hosted'
  projectId: string
  dataset: string
  /** Where the Content API answers; undefined in hosted mode, where the client knows, unless SANITY_API_HOST is set. */
  lakeUrl: string | undefined
  lakePort: number
  lakeDir: string
  /** Origin of the public site, no trailing slash. */
  siteUrl: string
  port: number
  readToken: string | undefined
  /** Writes to a hosted dataset; on the embedded lake the one token does both. */
  writeToken: string | undefined
  revalidateSecret: string | undefined
  /** Several servers share pages and tags through it. */
  redisUrl: string | undefined
  /** IP addresses and networks whose `x-forwarded-for` is believed. */
  trustedProxies: string[]
  /** Address of the OpenTelemetry collector. */
  tracesUrl: string | undefined
  tracesServiceName: string
  /** `next dev` */
  isDevelopment: boolean
  isOnVercel: boolean
}

type Source = Record<string, string | undefined>

/** Empty counts as unset: `.env` files and CI systems can't express the difference. */
const withoutEmpty = (source: Source): Source =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))

export const modeOf = (source: Source): Env['mode'] => {
  const projectId = source.NEXT_PUBLIC_SANITY_PROJECT_ID?.trim()
  return projectId && projectId !== 'local' ? 'hosted' : 'embedded'
}

/** @throws Error naming every missing or wrong variable, what is wrong with it and where to put it. */
export function parseEnv(source: Source): Env {
  const mode = modeOf(source)
  const result = (mode === 'hosted' ? hosted : embedded).safeParse(withoutEmpty(source))
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return source[name] ? `  ${name} ${issue.message}` : `  ${name} is missing`
    })
    throw new Error(
      `The environment is not complete (${mode} mode):\n${lines.join('\n')}\nSet them in .env.local; .env.example explains each.`,
    )
  }
  const lake = embedded.shape
  const values = result.data
  return {
    mode,
    projectId: values.NEXT_PUBLIC_SANITY_PROJECT_ID,
    dataset: values.NEXT_PUBLIC_SANITY_DATASET,
    lakeUrl: 'LAKE_PORT' in values ? `http://127.0.0.1:${values.LAKE_PORT}` : values.SANITY_API_HOST,
    lakePort: 'LAKE_PORT' in values ? values.LAKE_PORT : lake.LAKE_PORT.parse(undefined),
    lakeDir: 'LAKE_DIR' in values ? values.LAKE_DIR : lake.LAKE_DIR.parse(undefined),
    siteUrl: values.NEXT_PUBLIC_SITE_URL ?? `http://localhost:${values.PORT}`,
    port: values.PORT,
    readToken: values.SANITY_API_READ_TOKEN,
    writeToken: 'SANITY_API_WRITE_TOKEN' in values ? values.SANITY_API_WRITE_TOKEN : undefined,
    revalidateSecret: values.SANITY_REVALIDATE_SECRET,
    redisUrl: values.REDIS_URL,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    tracesUrl: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    // The rest is set by OpenTelemetry's users, Next and Vercel, so it is not in .env.example.
    tracesServiceName: source.OTEL_SERVICE_NAME ?? 'simi-networks',
    isDevelopment: source.NODE_ENV === 'development',
    isOnVercel: Boolean(source.VERCEL),
  }
}
