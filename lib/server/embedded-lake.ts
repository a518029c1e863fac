import type {Env} from './env-schema.ts'

/** Whether something answers as a Content Lake. */
export const lakeAnswers = ({lakeUrl}: Pick<Env, 'lakeUrl'>): Promise<boolean> =>
  fetch(`${lakeUrl}/v1/ping`).then(
    () => true,
    () => false,
  )

/**
 * For `next dev`, when it was started without the lake: every page would answer 500.
 * @throws Error that names the command that starts both.
 */
export async function assertLakeAnswers(env: Pick<Env, 'lakeUrl'>) {
  if (!(await lakeAnswers(env)))
    throw new Error(
      `No Content Lake answers at ${env.lakeUrl}. Start the site with "npm run dev", which starts the lake too.`,
    )
}
