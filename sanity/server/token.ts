import 'server-only'
import {parseEnv} from '../../lib/server/env-schema.ts'

/** Reads drafts. Undefined when none is configured: then previews refuse instead of showing less. */
export const readToken = parseEnv(process.env).readToken
