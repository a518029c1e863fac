import {z} from 'zod'
import {httpError} from './errors.ts'

/** A body of the wrong shape. A million wrong elements make no message of a hundred megabytes. */
export const malformed = (what: string, {issues}: z.ZodError) =>
  httpError(400, `Malformed ${what}: ${z.prettifyError(new z.ZodError(issues.slice(0, 5)))}`)
