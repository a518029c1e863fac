import {z} from 'zod'
import type {Clock} from './clock.ts'
import {isDatasetName} from './document.ts'

export type LakeOptions = {
  /** 0 asks the system for a free port. */
  port: number
  /** Folder of the database and the assets. Created when it does not exist. */
  dir: string
  projectId: string
  dataset: string
  /** Folder of *.ndjson files, imported once into a dataset without any transaction. */
  seed?: string
  /** Origins whose pages may read drafts and write, such as `http://localhost:3000`. */
  allowedOrigins?: string[]
  /** Bearer token for drafts, raw reads and writes. Unset: no token is valid. */
  token?: string
  /** Time limit of a query. */
  queryTimeoutMs?: number
  /** `sanity`: refuses requests above the limits of Sanity's API with 429. Default: no limits. */
  rateLimits?: 'sanity'
  /** The time at which scheduled releases are published. Default: the time of the machine. For tests. */
  clock?: Clock
}

const environment = z.object({
  LAKE_PORT: z.coerce.number().int().min(0).max(65_535).default(3333),
  LAKE_HOST: z
    .enum(['127.0.0.1', 'localhost'], 'can only be 127.0.0.1: this lake serves its own machine alone')
    .optional(),
  LAKE_DIR: z.string().min(1).default('.lake'),
  LAKE_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'can only hold a-z, 0-9 and dashes')
    .default('local'),
  LAKE_DATASET: z
    .string()
    .refine(isDatasetName, 'must be lower-case letters, digits, - and _, the first a letter or digit')
    .default('production'),
  LAKE_SEED: z.string().min(1).optional(),
  LAKE_ALLOWED_ORIGINS: z.string().optional(),
  LAKE_RATE_LIMITS: z.literal('sanity', 'can only be "sanity"').optional(),
  LAKE_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
})

/** Where `next dev` and `sanity dev` listen. Never the lake itself: it serves uploaded files. */
const developmentOrigins = (lakePort: number): string[] =>
  [3000, 3333]
    .filter((port) => port !== lakePort)
    .flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`])

const parseOrigin = (text: string): string => {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null'
  if (origin === 'null')
    throw new Error(`LAKE_ALLOWED_ORIGINS: "${text}" is not an origin such as http://localhost:3000`)
  return origin
}

/** An empty variable counts as unset. @throws Error that lists every wrong variable. */
export function optionsFromEnvironment(source: Record<string, string | undefined>): LakeOptions {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = environment.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`)
    throw new Error(`The lake can't start:\n${lines.join('\n')}`)
  }
  const values = result.data
  return {
    port: values.LAKE_PORT,
    dir: values.LAKE_DIR,
    projectId: values.LAKE_PROJECT_ID,
    dataset: values.LAKE_DATASET,
    seed: values.LAKE_SEED,
    allowedOrigins:
      values.LAKE_ALLOWED_ORIGINS?.split(',')
        .map((text) => text.trim())
        .filter(Boolean)
        .map(parseOrigin) ?? developmentOrigins(values.LAKE_PORT),
    token: values.LAKE_TOKEN,
    rateLimits: values.LAKE_RATE_LIMITS,
  }
}
