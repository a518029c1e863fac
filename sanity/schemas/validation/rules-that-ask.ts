import type {CustomValidator, SanityDocument, ValidationContext} from 'sanity'
import {connection} from '#sanity/connection/connection.ts'
import {impatient} from '#sanity/connection/patient-client.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'

/** A query over all documents, drafts and versions included. */
export type Ask = <Result>(query: string, params: object, tag: string) => Promise<Result>

export type Check<Value> = (value: Value, ask: Ask, context: ValidationContext) => Promise<true | string>

type Rule<Value, Made> = {custom: (validator: CustomValidator<Value>) => Made}

/** Without the rules that the type brings. Sanity's types leave this method out (6.15). */
const emptied = <Value, Made>(rule: Rule<Value, Made>) =>
  (rule as unknown as {reset: () => Rule<Value, Made>}).reset()

/**
 * The two rules that a check of the content makes: an error where it found one, a warning where the content can't be
 * asked. The warning is begun from nothing, else the type's own rules would be told twice. The only way for a rule to a client: one that throws is shown as a stack trace's first line, in English.
 */
export function rulesThatAsk<Value, Made extends {warning: () => Made}>(
  rule: Rule<Value, Made>,
  check: Check<Value>,
): Made[] {
  // Both rules judge the same document at the same time: it is asked once.
  const outcomes = new WeakMap<SanityDocument, Map<string, Promise<true | string | undefined>>>()
  const outcome = (value: Value, context: ValidationContext) => {
    const judge = () => check(value, askWith(context), context).catch(() => undefined)
    if (!context.document) return judge()
    const byPath = outcomes.get(context.document) ?? new Map()
    outcomes.set(context.document, byPath)
    const path = JSON.stringify(context.path)
    byPath.set(path, byPath.get(path) ?? judge())
    return byPath.get(path)
  }
  return [
    rule.custom(async (value, context) => (await outcome(value, context)) ?? true),
    emptied(rule)
      .custom(async (value, context) => (await outcome(value, context)) !== undefined || unknown())
      .warning(),
  ]
}

const unknown = () =>
  t(
    'Teď to nejde ověřit: obsah není dostupný. Ověří se to při další úpravě.',
    'This can’t be checked now: the content can’t be reached. It is checked with the next change.',
  )

/** @throws when the content can't be reached. */
export const askWith =
  ({getClient}: Pick<ValidationContext, 'getClient'>): Ask =>
  (query, params, tag) => {
    if (connection.state().lost) throw new Error('The content is known to be out of reach.')
    return impatient(getClient({apiVersion}))
      .withConfig({perspective: 'raw'})
      .fetch(query, {...params}, {tag})
  }
