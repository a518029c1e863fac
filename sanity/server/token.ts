import 'server-only'
import {config} from '../../lib/server/config.ts'

/** Reads drafts. Undefined when it is not configured: previews are then refused, instead of showing less. */
export const readToken = config.readToken
