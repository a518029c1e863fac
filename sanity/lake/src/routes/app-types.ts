import type {Hono} from 'hono'
import type {Access} from '../auth.ts'

/**
 * Variables that app.ts sets before a route runs. `identity` is the id of the user, `version` is `1`, `X` or a
 * date.
 */
export type LakeEnv = {Variables: {access: Access; identity: string; version: string; dataset: string}}

export type LakeApp = Hono<LakeEnv>
