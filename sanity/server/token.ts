import 'server-only'
import {config} from '../../lib/server/config.ts'

/** Reads drafts. Undefined when none is configured: then previews refuse instead of showing less. */
export const readToken = config.readToken
