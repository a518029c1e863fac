import type {Env} from './env-schema.ts'

/**
 * For `next dev`, when it was started without the lake: every page would answer 500.
 * @throws Error that names the command that starts both.
 */
export async function assertLakeAnswers({lakeUrl}: Pick<Env, 'lakeUrl'>) {
  const answers = await fetch(`${lakeUrl}/v1/ping`).then(
    () => true,
    () => false,
  )
  if (!answers)
    throw new Error(
      `No Content Lake answers at ${lakeUrl}. Start the site with "npm run dev", which starts the lake too.`,
    )
}
