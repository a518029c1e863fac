import {expect, type Locator, type Page, test} from '@playwright/test'

/**
 * The Studio as an editor uses it, in Czech: by what is written on the screen and by the names of fields. What
 * Sanity's Czech has no word for yet is in English.
 */
export class Studio {
  readonly page: Page
  #clicks = 0

  constructor(page: Page) {
    this.page = page
  }

  /** From here on every click of the mouse counts, and a choice from a native list as two. */
  async countClicks() {
    await this.page.exposeBinding('countClick', () => {
      this.#clicks++
    })
    await this.page.addInitScript(() => {
      const count = Reflect.get(window, 'countClick')
      addEventListener('click', ({isTrusted, detail}) => isTrusted && detail > 0 && count(), true)
    })
  }

  /** Notes the clicks for the table at the end of the run, and begins anew. */
  tellClicks(flow: string): number {
    const clicks = this.#clicks
    test.info().annotations.push({type: 'clicks', description: `${String(clicks).padStart(3)}  ${flow}`})
    this.#clicks = 0
    return clicks
  }

  async open(type: string, id: string, perspective?: string) {
    const query = perspective ? `?perspective=${perspective}` : ''
    await this.page.goto(`/studio/intent/edit/id=${id};type=${type}/${query}`)
    await this.ready()
  }

  /** Goes where the Studio's own "+" leads; without its template a document begins without its first values. */
  async create(type: string) {
    await this.page.goto(`/studio/intent/create/template=${type};type=${type}`)
    await this.ready()
  }

  /** Clicks its way through the lists of the desk. */
  async follow(...titles: string[]) {
    for (const title of titles) {
      const item = this.page.getByRole('link').filter({has: this.page.getByText(title, {exact: true})})
      await item.last().click({timeout: 60_000})
    }
  }

  /** The "+" of the list that is open. */
  async addHere() {
    await this.page.getByTestId('action-intent-button').last().click()
    await this.ready()
  }

  /** Clicks into a field and types, as somebody does who does not know the keyboard's way around a form. */
  async write(field: string | RegExp, text: string) {
    const input = this.field(field).locator('input, textarea').first()
    await input.click()
    await this.saved(() => input.fill(text))
  }

  async tick(label: string) {
    await this.saved(() => this.page.getByLabel(label).click({force: true}))
  }

  async addItem(field: string | RegExp) {
    await this.saved(() =>
      this.field(field)
        .getByRole('button', {name: /^(Přidat položku|Add item)/})
        .click(),
    )
  }

  /** Closes the window over the form in which an item of a list is written. */
  async closeItem() {
    await this.page
      .getByRole('dialog')
      .getByRole('button', {name: /^(Zavřít|Close)/})
      .first()
      .click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** A click is lost when the form is drawn anew under it, as it is while it loads. */
  async group(name: RegExp) {
    const tab = this.page.getByRole('tab', {name})
    await expect(async () => {
      await tab.click({timeout: 5_000})
      await expect(tab).toHaveAttribute('aria-selected', 'true', {timeout: 2_000})
    }).toPass({timeout: 60_000})
  }

  /** By its path; a pattern for one in an item of a list, whose path has a key. */
  field(path: string | RegExp) {
    return this.page.getByTestId(typeof path === 'string' ? `field-${path}` : path)
  }

  async type(path: string, text: string) {
    await this.saved(() => this.field(path).locator('input, textarea').first().fill(text))
  }

  async choose(path: string, option: RegExp) {
    await this.saved(() => this.field(path).getByRole('radio', {name: option}).check())
  }

  async select(path: string, label: string) {
    await this.saved(() => this.field(path).getByRole('combobox').selectOption({label}))
    this.#clicks += 2
  }

  /** Finds a document for a reference by a word and takes the first; the list of what is found opens only over a field in view. */
  async refer(field: string | Locator, word: string, title = word) {
    const combobox =
      typeof field === 'string' ? this.page.getByRole('combobox', {name: field}) : field.getByRole('combobox')
    const found = this.page.locator('button[data-ui="PreviewCard"]', {hasText: title}).first()
    await combobox.evaluate((element) => element.scrollIntoView({block: 'center'}))
    await combobox.click()
    await combobox.fill(word)
    await this.saved(() => found.click())
  }

  /** Slugs follow the name of a network that was never published. */
  async slugIs(path: string, slug: string) {
    await expect(this.field(path).locator('input')).toHaveValue(slug)
  }

  publishButton() {
    return this.page.getByTestId('pane-footer').getByRole('button', {name: /^(Zveřejnit|Publikovat)$/})
  }

  async publish() {
    const footer = this.page.getByTestId('pane-footer')
    await expect(this.publishButton()).toBeEnabled()
    // A click is lost when the Studio draws the button anew under it, as it does after a change. On a busy machine it
    // may also have been heard and take longer than the wait below: then the button is disabled.
    await expect(async () => {
      if (await this.publishButton().isEnabled()) await this.publishButton().click({timeout: 1_000})
      await expect(footer).toContainText(/(?<!ne)(publikováno|zveřejněno)|published/i, {timeout: 10_000})
    }).toPass({timeout: 60_000})
  }

  /** Offered where the published version is looked at. */
  async unpublish() {
    await this.page.getByTestId(/^document-header-(Publikováno|Published)-chip$/).click()
    await this.page
      .getByTestId('pane-footer')
      .getByRole('button', {name: /^(Zrušit publikaci|Unpublish)$/})
      .click()
    await this.confirm(/^(Zrušit publikaci|Unpublish)/)
  }

  /** Picks an action from the menu at the foot of the document. */
  async ask(action: RegExp) {
    await this.pick(
      this.page.getByTestId('pane-footer').getByTestId('action-menu-button'),
      this.page.getByRole('menuitem', {name: action}),
    )
  }

  /** Picks an action and confirms it where the Studio asks. */
  async act(action: RegExp, confirm: RegExp) {
    await this.ask(action)
    await this.confirm(confirm)
  }

  /** @returns the id of a new release, which becomes what is edited. */
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
    await this.saved(() =>
      this.page.getByRole('button', {name: /^(Add to release|Přidat do vydání)/}).click(),
    )
    await expect(this.field('name.en').locator('input')).toBeEditable()
  }

  async openRelease(id: string) {
    await this.page.goto(`/studio/releases/${id}`)
  }

  /** Offered when every document in the release has been validated. */
  async publishRelease() {
    await this.page.getByTestId('publish-all-button').click()
    await this.saved(() => this.page.getByTestId('confirm-button').click())
    await expect(this.page.getByTestId('revert-button')).toBeVisible()
  }

  async revertRelease() {
    await this.page.getByTestId('revert-button').click()
    const dialog = this.page.getByRole('dialog')
    // Unchecked, a new release is made that takes everything back; checked, it is taken back at once.
    await dialog.locator('#immediate-revert-release').check({force: true})
    await this.saved(() => dialog.getByTestId('confirm-button').click())
  }

  async openIncomingReferences() {
    await this.pick(
      this.page.getByTestId('document-pane').getByTestId('pane-context-menu-button'),
      this.page.getByRole('menuitem', {name: /^(Příchozí reference|Incoming references)/}),
    )
  }

  /** Turns sharing on in the Presentation tool. @returns the link, from the clipboard. */
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
    await this.saved(() => this.pick(this.page.locator('#share-menu'), menu.locator('label')))
    return menu
  }

  async showPerspective(testId: string) {
    await this.pick(this.page.getByTestId('global-perspective-menu-button'), this.page.getByTestId(testId))
  }

  /** A menu closes when what it offers changes under it, as it does while the Studio loads: then it is opened again. */
  async pick(button: Locator, item: Locator) {
    await expect(async () => {
      await button.click({timeout: 5_000})
      await item.click({timeout: 3_000})
    }).toPass({timeout: 60_000})
  }

  private async confirm(button: RegExp) {
    await this.saved(() => this.page.getByRole('dialog').getByRole('button', {name: button}).click())
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** Does something that changes the document, and waits until the lake has acknowledged a write. */
  async saved(change: () => Promise<unknown>) {
    const written = this.page.waitForResponse(
      (response) => /\/data\/(actions|mutate)\//.test(response.url()) && response.ok(),
      {timeout: 60_000},
    )
    await change()
    await written
  }

  private async ready() {
    await expect(this.page.getByTestId('document-panel-document-title')).toBeVisible({timeout: 60_000})
  }
}
