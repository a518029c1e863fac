/**
 * An error response in the body format of Sanity's API, so that the client throws its own error classes.
 * Thrown anywhere below a route; app.ts sends it.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: object

  constructor(status: number, message: string, body: object) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.body = body
  }
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** Sanity's general error: `{statusCode, error, message}`. */
export const httpError = (status: number, message: string) =>
  new ApiError(status, message, {statusCode: status, error: titles[status] ?? 'Error', message})

/** An unsupported feature is refused with its name. It is never ignored or simulated. */
export const notSupported = (what: string) =>
  httpError(501, `The embedded Content Lake does not support ${what}`)

/** `{error: {description, type, …}}`, the shape of the query and data endpoints. */
export const dataError = (status: number, type: string, description: string, details: object = {}) =>
  new ApiError(status, description, {error: {description, type, ...details}})

/** Characters of a refused body in the error. Sanity's limit is not documented. */
const maxBodyCharacters = 1000

/** A body that is not JSON or has an unknown field. The error quotes its beginning. */
export const invalidRequestBody = (body: string, description: string) =>
  dataError(400, 'httpInvalidRequestBody', description, {
    body: body.slice(0, maxBodyCharacters),
    bodyTruncated: body.length > maxBodyCharacters,
  })

/** A query with a syntax error. `start` and `end` are UTF-16 offsets into `query`. */
export const queryParseError = (query: string, description: string, start: number, end: number) =>
  dataError(400, 'queryParseError', description, {query, start, end})

export type ErrorItem = {type: string; description: string; [detail: string]: unknown}

/** A mutation that can't be applied. The whole transaction is rolled back. */
export const mutationError = (status: number, index: number, item: ErrorItem) =>
  dataError(status, 'mutationError', `The mutation(s) failed: ${item.description}`, {
    items: [{error: item, index}],
  })

/** An action that can't be applied. The whole request is rolled back. */
export const actionError = (status: number, index: number, item: ErrorItem) =>
  dataError(status, 'actionError', `The action(s) failed: ${item.description}`, {
    items: [{error: item, index}],
  })

/** 408: the work was stopped at its time limit. 503: it waited too long and never started. */
export const isTimeoutOrBusy = (error: unknown): boolean =>
  error instanceof ApiError && [408, 503].includes(error.status)
