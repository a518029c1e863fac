/** One JSON object per line: every log collector can read that without configuration. */
type Level = 'info' | 'error'
type Fields = Record<string, string | number | boolean | null | undefined>

const lineOf = (level: Level, message: string, fields: Fields) =>
  JSON.stringify({time: new Date().toISOString(), level, message, ...fields})

const causeOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

export const logInfo = (message: string, fields: Fields = {}) => console.info(lineOf('info', message, fields))

export const logError = (message: string, error?: unknown, fields: Fields = {}) =>
  console.error(
    lineOf('error', message, {...fields, cause: error === undefined ? undefined : causeOf(error)}),
  )
