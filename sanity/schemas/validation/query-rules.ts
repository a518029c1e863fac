import type {CustomValidator, SanityDocument, ValidationContext} from 'sanity'
import {connection} from '#sanity/connection/connection.ts'
import {withoutRetries} from '#sanity/connection/retrying-client.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'

/** Runs a query over all documents, with drafts and versions. */
export type RunQuery = <Result>(query: string, params: object, tag: string) => Promise<Result>

export type QueryCheck<Value> = (
  value: Value,
  runQuery: RunQuery,
  context: ValidationContext,
) => Promise<true | string>

type Rule<Value, Result> = {custom: (validator: CustomValidator<Value>) => Result}

/** Removes the rules of the type. Sanity's types lack `reset` (6.15). */
const withoutTypeRules = <Value, Result>(rule: Rule<Value, Result>) =>
  (rule as unknown as {reset: () => Rule<Value, Result>}).reset()

/**
 * Makes two rules of one check that queries the Content Lake: an error when the check fails, and a warning
 * when the lake does not answer. The warning drops the type's rules, which would otherwise be reported twice.
 *
 * Every rule that needs a client must use this. Sanity shows the error of a throwing rule as the first line
 * of a stack trace, in English.
 */
export function queryRules<Value, Result extends {warning: () => Result}>(
  rule: Rule<Value, Result>,
  check: QueryCheck<Value>,
): Result[] {
  // Both rules check the same document at the same time. The cache lets them share one query.
  const outcomes = new WeakMap<SanityDocument, Map<string, Promise<true | string | undefined>>>()
  const outcome = (value: Value, context: ValidationContext) => {
    const run = () => check(value, queryWith(context), context).catch(() => undefined)
    if (!context.document) return run()
    const byPath = outcomes.get(context.document) ?? new Map()
    outcomes.set(context.document, byPath)
    const path = JSON.stringify(context.path)
    byPath.set(path, byPath.get(path) ?? run())
    return byPath.get(path)
  }
  return [
    rule.custom(async (value, context) => (await outcome(value, context)) ?? true),
    withoutTypeRules(rule)
      .custom(async (value, context) => (await outcome(value, context)) !== undefined || notCheckedMessage())
      .warning(),
  ]
}

/** The same with a warning instead of the error: the document can be published. */
export function queryWarnings<Value, Result extends {warning: () => Result}>(
  rule: Rule<Value, Result>,
  check: QueryCheck<Value>,
): Result[] {
  return queryRules(withoutTypeRules(rule), check).map((each) => each.warning())
}

const notCheckedMessage = () =>
  t(
    'Teď to nejde ověřit: obsah není dostupný. Ověří se to při další úpravě.',
    'This can’t be checked now: the content can’t be reached. It is checked with the next change.',
  )

/** @throws when the Content Lake does not answer. */
export const queryWith =
  ({getClient}: Pick<ValidationContext, 'getClient'>): RunQuery =>
  (query, params, tag) => {
    if (connection.state().lost) throw new Error('The Content Lake is not reachable.')
    return withoutRetries(getClient({apiVersion}))
      .withConfig({perspective: 'raw'})
      .fetch(query, {...params}, {tag})
  }
