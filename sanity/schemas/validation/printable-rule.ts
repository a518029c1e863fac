import type {CustomValidator, DocumentDefinition, Path} from 'sanity'
import {findUnprintable} from '#lib/parsing/printable.ts'
import {t} from '#sanity/i18n/studio-language.ts'

function* textsIn(value: unknown, path: Path = []): Generator<{text: string; path: Path}> {
  if (typeof value === 'string') yield {text: value, path}
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('_')) continue
    const step = Array.isArray(value) ? (inner?._key ? {_key: inner._key} : Number(name)) : name
    yield* textsIn(inner, [...path, step])
  }
}

/** The site drops such characters, so the words around them join. An editor can't see that. */
const isPrintable: CustomValidator<unknown> = (document) => {
  const problems = Array.from(textsIn(document)).flatMap(({text, path}) => {
    const found = findUnprintable(text)
    if (!found) return []
    const before = text.slice(0, found.index).split(/\s/).at(-1)
    const place = before
      ? t(`za „${before}“`, `after "${before}"`)
      : t('na začátku slova', 'at the beginning of a word')
    const message = t(
      `Neviditelný znak ${place} (${found.code}), nejspíš vložený z jiného programu: smažte ho, nebo tu část napište znovu.`,
      `An invisible character ${place} (${found.code}), probably pasted from another program: delete it, or type this part again.`,
    )
    return [{message, path}]
  })
  return problems.length === 0 || problems
}

/** Adds the rule to a document type. It checks every text in the document, so new fields are covered too. */
export function withPrintableText(type: DocumentDefinition): DocumentDefinition {
  const {validation} = type
  return {
    ...type,
    validation: (rule, context) => [validation?.(rule, context) ?? [], rule.custom(isPrintable)].flat(),
  }
}
