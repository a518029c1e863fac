import {z} from 'zod'
import {httpError} from './errors.ts'

/**
 * The error for a body of the wrong shape. It lists five problems at most: a million wrong elements would
 * make a message of a hundred megabytes.
 */
export const malformed = (what: string, {issues}: z.ZodError) =>
  httpError(400, `Malformed ${what}: ${z.prettifyError(new z.ZodError(issues.slice(0, 5)))}`)
