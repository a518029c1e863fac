import {useLayoutEffect, useRef} from 'react'

/** Where the caret belongs when the text around it has changed: before and after `caret` the same letters as before. */
export function movedCaret(caret: number, before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (caret <= start) return caret
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return caret >= before.length - end ? caret + after.length - before.length : after.length - end
}

type TextField = HTMLInputElement | HTMLTextAreaElement
type State = {field: TextField; text: string; start: number; end: number}

const isTextField = (element: unknown): element is TextField =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')

function stateOf(field: TextField): State {
  const {value, selectionStart, selectionEnd} = field
  return {field, text: value, start: selectionStart ?? value.length, end: selectionEnd ?? value.length}
}

/**
 * Keeps the caret when a colleague changes the text of the field that an editor types in. The browser would put it
 * at the end, and the next letters would go there. Costs one comparison for each render of a text field.
 * @returns handlers for an element around the field.
 */
export function useKeptCaret() {
  const last = useRef<State>(undefined)
  useLayoutEffect(() => {
    const {field, text, start, end} = last.current ?? {}
    if (!field || text === undefined || field !== document.activeElement || field.value === text) return
    field.setSelectionRange(
      movedCaret(start ?? 0, text, field.value),
      movedCaret(end ?? 0, text, field.value),
    )
    last.current = stateOf(field)
  })
  const remember = ({target}: {target: EventTarget}) => {
    if (isTextField(target)) last.current = stateOf(target)
  }
  return {onInputCapture: remember, onSelectCapture: remember}
}
