const storageKey = 'simi-editor-name'

export const maxNameLength = 60

/** A name that the lake accepts. Invisible characters arrive with a paste. */
export const readableName = (typed: string): string =>
  [...typed.normalize('NFC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, maxNameLength).join('').trim()

/** What the editor answered in this browser. Undefined: not asked yet. Empty: does not want to say. */
export function answeredName(): string | undefined {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)
  return stored === null ? undefined : readableName(stored)
}

/**
 * The name under which this browser writes to the embedded lake. It is fixed until the page reloads. Without an
 * answer it is a word of both languages, because it is stored with each change and shown in Studios of either.
 */
export const editorName = (): string => answeredName() || 'Editor'

export const answerName = (name: string) => localStorage.setItem(storageKey, readableName(name))
