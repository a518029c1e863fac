import {expect, type Locator, type Page, test} from '@playwright/test'

/**
 * Uses the Studio in Czech as an editor does, by visible labels and names of fields. Labels that Sanity has
 * not translated are in English.
 */
export class Studio {
  readonly page: Page
  #clicks = 0
  #firstClickAt = 0

  constructor(page: Page) {
    this.page = page
  }

  /** Starts to count mouse clicks. A selection from a native list counts as two. */
  async countClicks() {
    await this.page.exposeBinding('countClick', () => {
      if (this.#clicks++ === 0) this.#firstClickAt = performance.now()
    })
    await this.page.addInitScript(() => {
      const count = Reflect.get(window, 'countClick')
      addEventListener('click', ({isTrusted, detail}) => isTrusted && detail > 0 && count(), true)
    })
  }

  /**
   * Records the clicks for the table at the end of the run, and resets the counter. Also the seconds since the first
   * click: what a person would need if reading and typing took no time.
   */
  tellClicks(flow: string): number {
    const clicks = this.#clicks
    const seconds = (performance.now() - this.#firstClickAt) / 1000
    const description = `${String(clicks).padStart(6)}  ${seconds.toFixed(1).padStart(7)}  ${flow}`
    test.info().annotations.push({type: 'clicks', description})
    this.#clicks = 0
    return clicks
  }

  async open(type: string, id: string, perspective?: string) {
    const query = perspective ? `?perspective=${perspective}` : ''
    await this.page.goto(`/studio/intent/edit/id=${id};type=${type}/${query}`)
    await this.waitForDocument()
  }

  /** Opens the URL of the Studio's own "+". Without the template a document would have no initial values. */
  async create(type: string) {
    await this.page.goto(`/studio/intent/create/template=${type};type=${type}`)
    await this.waitForDocument()
  }

  /** Clicks through the lists of the structure. */
  async follow(...titles: string[]) {
    for (const title of titles) {
      const item = this.page.getByRole('link').filter({has: this.page.getByText(title, {exact: true})})
      await item.last().click({timeout: 60_000})
    }
  }

  /** Clicks the "+" of the open list. */
  async addToOpenList() {
    await this.page.getByTestId('action-intent-button').last().click()
    await this.waitForDocument()
  }

  /** Clicks a field and fills it, like an editor who does not use the Tab key. */
  async clickAndFill(field: string | RegExp, text: string) {
    const input = this.field(field).locator('input, textarea').first()
    await input.click()
    await this.waitForSave(() => input.fill(text))
  }

  async check(label: string) {
    await this.waitForSave(() => this.page.getByLabel(label).click({force: true}))
  }

  async addItem(field: string | RegExp) {
    await this.waitForSave(() =>
      this.field(field)
        .getByRole('button', {name: /^(Přidat položku|Add item)/})
        .click(),
    )
  }

  /** Closes the dialog of an array item. */
  async closeItem() {
    await this.page
      .getByRole('dialog')
      .getByRole('button', {name: /^(Zavřít|Close)/})
      .first()
      .click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  async openTab(name: RegExp) {
    const tab = this.page.getByRole('tab', {name})
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
  }

  /** A field by its path. Use a pattern for a field in an array item, whose path contains a key. */
  field(path: string | RegExp) {
    return this.page.getByTestId(typeof path === 'string' ? `field-${path}` : path)
  }

  async fill(path: string, text: string) {
    await this.waitForSave(() => this.field(path).locator('input, textarea').first().fill(text))
  }

  async choose(path: string, option: RegExp) {
    await this.waitForSave(() => this.field(path).getByRole('radio', {name: option}).check())
  }

  async select(path: string, label: string) {
    await this.waitForSave(() => this.field(path).getByRole('combobox').selectOption({label}))
    this.#clicks += 2
  }

  /** Searches a document for a reference and takes the first. Results open only for a field in view. */
  async setReference(field: string | Locator, word: string, title = word) {
    const combobox =
      typeof field === 'string' ? this.page.getByRole('combobox', {name: field}) : field.getByRole('combobox')
    const found = this.page.locator('button[data-ui="PreviewCard"]', {hasText: title}).first()
    await combobox.evaluate((element) => element.scrollIntoView({block: 'center'}))
    await combobox.click()
    await combobox.fill(word)
    await this.waitForSave(() => found.click())
  }

  /** The slug of a network that was never published follows its name. */
  async expectSlug(path: string, slug: string) {
    await expect(this.field(path).locator('input')).toHaveValue(slug)
  }

  /** The box that finds a source or takes the address of a new one. */
  sourceBox() {
    return this.page.getByRole('combobox', {name: /^Zdroj: část názvu/})
  }

  /** Finds a source by a word and adds it. */
  async addSource(title: string) {
    await this.sourceBox().click()
    await this.sourceBox().fill(title)
    await this.waitForSave(() => this.page.getByRole('option', {name: title}).first().click())
  }

  /** The footer of the document that was opened last: others may be open beside it. */
  footer() {
    return this.page.getByTestId('pane-footer').filter({visible: true}).last()
  }

  publishButton() {
    return this.footer().getByRole('button', {name: /^(Zveřejnit|Publish)$/})
  }

  async publish() {
    const footer = this.footer()
    await expect(this.publishButton()).toBeEnabled()
    // A click is lost when the Studio renders the button again, as it does after a change. So retry, but only
    // while the button is enabled: a disabled button means that the click was accepted and a slow machine is
    // still publishing.
    await expect(async () => {
      if (await this.publishButton().isEnabled()) await this.publishButton().click({timeout: 1_000})
      await expect(footer).toContainText(/(?<!ne)zveřejněno|(?<!not )published/i, {timeout: 10_000})
    }).toPass({timeout: 60_000})
  }

  /** The action exists only while the published version is open. */
  async unpublish() {
    await this.page.getByTestId(/^document-header-(Zveřejněno|Published)-chip$/).click()
    await this.page
      .getByTestId('pane-footer')
      .getByRole('button', {name: /^(Zrušit zveřejnění|Unpublish)$/})
      .click()
    await this.confirm(/^(Zrušit zveřejnění|Unpublish)/)
  }

  /** Runs an action from the menu in the document's footer. */
  async runAction(action: RegExp) {
    await this.pick(
      this.page.getByTestId('pane-footer').getByTestId('action-menu-button'),
      this.page.getByRole('menuitem', {name: action}),
    )
  }

  /** Runs an action and confirms its dialog. */
  async runAndConfirm(action: RegExp, confirm: RegExp) {
    await this.runAction(action)
    await this.confirm(confirm)
  }

  /** Creates a release, which becomes the current perspective. @returns its id. */
  async createRelease(title: string): Promise<string> {
    await this.pick(
      this.page.getByTestId('global-perspective-menu-button'),
      this.page.getByTestId('release-menu').getByTestId('create-new-release-button'),
    )
    await this.page.getByTestId('release-form-title').fill(title)
    await this.page.getByTestId('submit-release-button').click()
    await this.page.waitForURL(/[?&]perspective=r/)
    return new URL(this.page.url()).searchParams.get('perspective') ?? ''
  }

  async addToRelease() {
    await this.waitForSave(() =>
      this.page.getByRole('button', {name: /^(Add to release|Přidat do vydání)/}).click(),
    )
    await expect(this.field('name.en').getByRole('textbox')).toBeEditable()
  }

  async openRelease(id: string) {
    await this.page.goto(`/studio/releases/${id}`)
  }

  /** The button is enabled when every document in the release has been validated. */
  async publishRelease() {
    await this.page.getByTestId('publish-all-button').click()
    await this.waitForSave(() => this.page.getByTestId('confirm-button').click())
    await expect(this.page.getByTestId('revert-button')).toBeVisible()
  }

  async revertRelease() {
    await this.page.getByTestId('revert-button').click()
    const dialog = this.page.getByRole('dialog')
    // Checked, the release is reverted at once. Unchecked, Sanity creates a new release that reverts it.
    // The Studio may render the dialog again under the click, which is then lost.
    const immediately = dialog.locator('#immediate-revert-release')
    await expect(() => immediately.check({force: true, timeout: 3_000})).toPass({timeout: 60_000})
    await this.waitForSave(() => dialog.getByTestId('confirm-button').click())
  }

  async openIncomingReferences() {
    await this.pick(
      this.page.getByTestId('document-pane').getByTestId('pane-context-menu-button'),
      this.page.getByRole('menuitem', {name: /^(Příchozí reference|Incoming references)/}),
    )
  }

  /** Turns sharing on in the Presentation tool. @returns the link from the clipboard. */
  async sharePreview(): Promise<string> {
    const menu = await this.toggleSharing()
    await menu.getByRole('menuitem').click()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async stopSharingPreview() {
    await this.toggleSharing()
  }

  private async toggleSharing() {
    const menu = this.page.locator('[role="menu"][aria-labelledby="share-menu"]')
    await this.waitForSave(() => this.pick(this.page.locator('#share-menu'), menu.locator('label')))
    return menu
  }

  async showPerspective(testId: string) {
    await this.pick(this.page.getByTestId('global-perspective-menu-button'), this.page.getByTestId(testId))
  }

  /** Selects an item of a menu. Opens it again if it closed: its items change while the Studio loads. */
  async pick(button: Locator, item: Locator) {
    await expect(async () => {
      if (!(await item.isVisible())) await button.click({timeout: 5_000})
      await expect(item).toBeVisible({timeout: 3_000})
    }).toPass({timeout: 60_000})
    await item.click()
  }

  private async confirm(button: RegExp) {
    await this.waitForSave(() => this.page.getByRole('dialog').getByRole('button', {name: button}).click())
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** Runs a change and waits until the lake has acknowledged a write. */
  async waitForSave(change: () => Promise<unknown>) {
    const response = this.page.waitForResponse(
      (each) => /\/data\/(actions|mutate)\//.test(each.url()) && each.ok(),
      {timeout: 60_000},
    )
    await change()
    await response
  }

  private async waitForDocument() {
    await expect(this.page.getByTestId('document-panel-document-title')).toBeVisible({timeout: 60_000})
  }
}
