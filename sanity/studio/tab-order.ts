/** One field: its header with the "…" menu, and its input. */
const fieldRow = '[data-ui="FormRow"]'

/** Sanity's "…" menu of a field, between the title and the input. */
const menus = '[data-ui="FieldActionsFlex"] button'

/** The buttons in a field of two languages: the editor's toolbar, "Generate" beside a slug. */
const tools = ['cs', 'en'].map((language) => `[data-testid^="field-"][data-testid$=".${language}"] button`)

/** The focus stop of an object, before its first field. */
const objects = '[data-testid^="field-"] [data-ui="Stack"][tabindex="0"]'

const controls = [menus, ...tools].join()
const skipped = [controls, objects].join()

/**
 * Makes Tab move from input to input. Sanity puts a menu before each input, and text typed while the menu has
 * focus is lost. Alt+Enter focuses the menus and toolbars instead.
 *
 * Sanity has no setting for this, so it relies on Sanity's markup. tests/e2e/tab-order.spec.ts fails when
 * that changes.
 * @returns a function that removes the observer and the listener.
 */
export function keepTabToInputs(root: HTMLElement): () => void {
  const update = () => {
    for (const element of root.querySelectorAll<HTMLElement>(skipped)) {
      if (element.tabIndex !== -1) element.tabIndex = -1
      if (element.matches(controls)) element.setAttribute('aria-keyshortcuts', 'Alt+Enter')
    }
  }
  const observer = new MutationObserver(update)
  observer.observe(root, {childList: true, subtree: true, attributes: true, attributeFilter: ['tabindex']})
  root.addEventListener('keydown', focusControls, true)
  update()
  return () => {
    observer.disconnect()
    root.removeEventListener('keydown', focusControls, true)
  }
}

/**
 * Alt+Enter focuses the first control of the field. Pressed again, it moves to the enclosing field. The left
 * and right arrow keys move between the controls.
 */
function focusControls(event: KeyboardEvent) {
  const {target, key, altKey} = event
  if (!(target instanceof HTMLElement)) return
  const own = controlsOf(target.closest(fieldRow))
  const position = own.indexOf(target)
  const next = {ArrowRight: position + 1, ArrowLeft: position - 1}[key]
  const found =
    key === 'Enter' && altKey
      ? nearestControls(position < 0 ? target : target.closest(fieldRow)?.parentElement)[0]
      : position >= 0 && next !== undefined && own.at(next % own.length)
  if (!found) return
  event.preventDefault()
  event.stopPropagation()
  found.focus()
}

function nearestControls(start: Element | null | undefined): HTMLElement[] {
  for (let field = start?.closest(fieldRow); field; field = field.parentElement?.closest(fieldRow)) {
    const found = controlsOf(field)
    if (found.length > 0) return found
  }
  return []
}

/** The enabled controls of a field, without those of nested fields. */
const controlsOf = (field: Element | null): HTMLElement[] =>
  [...(field?.querySelectorAll<HTMLElement>(controls) ?? [])].filter(
    (control) => control.closest(fieldRow) === field && !control.matches(':disabled'),
  )
