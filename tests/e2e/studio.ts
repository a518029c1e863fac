import {expect, type Page} from '@playwright/test'

/** The Studio as an editor uses it: by what is written on the screen and by the names of fields. */
export class Studio {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(type: string, id: string) {
    await this.page.goto(`/studio/intent/edit/id=${id};type=${type}`)
    await this.ready()
  }

  async create(type: string) {
    await this.page.goto(`/studio/intent/create/type=${type}`)
    await this.ready()
  }

  async group(name: RegExp) {
    await this.page.getByRole('tab', {name}).click()
  }

  field(path: string) {
    return this.page.getByTestId(`field-${path}`)
  }

  async type(path: string, text: string) {
    await this.saved(() => this.field(path).locator('input, textarea').first().fill(text))
  }

  async choose(path: string, option: RegExp) {
    await this.saved(() => this.field(path).getByRole('radio', {name: option}).check())
  }

  async select(path: string, label: string) {
    await this.saved(() => this.field(path).getByRole('combobox').selectOption({label}))
  }

  async generateSlug(path: string) {
    await this.saved(() => this.field(path).getByRole('button', {name: 'Generate'}).click())
    await expect(this.field(path).locator('input')).not.toHaveValue('')
  }

  async publish() {
    const button = this.page.getByTestId('action-publish')
    await expect(button).toBeEnabled()
    await this.saved(() => button.click())
    await expect(this.page.getByTestId('pane-footer')).toContainText(/published/i)
  }

  /** Offered where the published version is looked at. */
  async unpublish() {
    await this.page.getByTestId('document-header-Published-chip').click()
    await this.page.getByTestId('pane-footer').getByRole('button', {name: 'Unpublish'}).click()
    await this.confirm(/Unpublish/)
  }

  /** Picks an action from the menu at the foot of the document. */
  async ask(action: RegExp) {
    // The menu closes when the document's actions change under it, as they do while it loads: then open it again.
    await expect(async () => {
      await this.page.getByTestId('pane-footer').getByTestId('action-menu-button').click({timeout: 5_000})
      await this.page.getByRole('menuitem', {name: action}).click({timeout: 3_000})
    }).toPass({timeout: 60_000})
  }

  /** Picks an action and confirms it where the Studio asks. */
  async act(action: RegExp, confirm: RegExp) {
    await this.ask(action)
    await this.confirm(confirm)
  }

  private async confirm(button: RegExp) {
    await this.saved(() => this.page.getByRole('dialog').getByRole('button', {name: button}).click())
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** Does something that changes the document, and waits until the lake has acknowledged a write. */
  private async saved(change: () => Promise<unknown>) {
    const written = this.page.waitForResponse(
      (response) => /\/data\/(actions|mutate)\//.test(response.url()) && response.ok(),
    )
    await change()
    await written
  }

  private async ready() {
    await expect(this.page.getByTestId('document-panel-document-title')).toBeVisible({timeout: 60_000})
  }
}
