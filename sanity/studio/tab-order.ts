/** What belongs to one field: its header with the "…" menu, and its input. */
const row = '[data-ui="FormRow"]'

/** Sanity's menu of a field ("…"), which stands between the title and the input. */
const menus = '[data-ui="FieldActionsFlex"] button'

/** In a text of two languages all but the text: the toolbar of the editor, "Generate" beside an address. */
const tools = ['cs', 'en'].map((language) => `[data-testid^="field-"][data-testid$=".${language}"] button`)

/** An object's own place for the focus, before its first field. */
const objects = '[data-testid^="field-"] [data-ui="Stack"][tabindex="0"]'

const controls = [menus, ...tools].join()
const skipped = [controls, objects].join()

/**
 * Makes Tab lead from text to text, so that a form in two languages can be filled in without looking: Sanity puts a
 * menu before each input, and what is typed there is lost. The menus and toolbars are reached with Alt+Enter.
 *
 * Sanity has no setting for either, so this goes by its markup; tests/e2e/tab-order.spec.ts says when that changes.
 * @returns what ends it.
 */
export function keepTabToTexts(root: HTMLElement): () => void {
  const shorten = () => {
    for (const element of root.querySelectorAll<HTMLElement>(skipped)) {
      if (element.tabIndex !== -1) element.tabIndex = -1
      if (element.matches(controls)) element.setAttribute('aria-keyshortcuts', 'Alt+Enter')
    }
  }
  const observer = new MutationObserver(shorten)
  observer.observe(root, {childList: true, subtree: true, attributes: true, attributeFilter: ['tabindex']})
  root.addEventListener('keydown', reachControls, true)
  shorten()
  return () => {
    observer.disconnect()
    root.removeEventListener('keydown', reachControls, true)
  }
}

/** Alt+Enter leads to the controls of the field, from there to those of the field around it; arrows lead along them. */
function reachControls(event: KeyboardEvent) {
  const {target, key, altKey} = event
  if (!(target instanceof HTMLElement)) return
  const own = controlsOf(target.closest(row))
  const position = own.indexOf(target)
  const next = {ArrowRight: position + 1, ArrowLeft: position - 1}[key]
  const found =
    key === 'Enter' && altKey
      ? nearestControls(position < 0 ? target : target.closest(row)?.parentElement)[0]
      : position >= 0 && next !== undefined && own.at(next % own.length)
  if (!found) return
  event.preventDefault()
  event.stopPropagation()
  found.focus()
}

function nearestControls(start: Element | null | undefined): HTMLElement[] {
  for (let field = start?.closest(row); field; field = field.parentElement?.closest(row)) {
    const found = controlsOf(field)
    if (found.length > 0) return found
  }
  return []
}

/** Those of this field, not of the fields in it. */
const controlsOf = (field: Element | null): HTMLElement[] =>
  [...(field?.querySelectorAll<HTMLElement>(controls) ?? [])].filter(
    (control) => control.closest(row) === field && !control.matches(':disabled'),
  )
