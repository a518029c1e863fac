import {mkdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, type Locator, test} from '@playwright/test'
import sharp from 'sharp'
import {type Locale, locales} from '#lib/i18n/locales.ts'
import {lake} from '../../tests/e2e/lake.ts'
import {Studio} from '../../tests/e2e/studio.ts'

const network = 'network-picum'
const addresses = {
  cs: '/cs/nase-clenstvi/evropske-site/picum',
  en: '/en/our-membership/european-networks/picum',
}

test.beforeEach(async () => {
  await lake.delete({query: '*[_id in path("drafts.**")]'})
  await lake.delete('sanity-preview-url-secret.share-access')
})

for (const locale of locales) {
  const t = (cs: string, en: string) => (locale === 'cs' ? cs : en)

  test(`pictures of the guide: ${locale}`, async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const folder = fileURLToPath(new URL(`images/${locale}`, import.meta.url))
    mkdirSync(folder, {recursive: true})
    await page.addInitScript((language: Locale) => {
      localStorage.setItem('simi-studio-language', language)
    }, locale)
    const studio = new Studio(page)
    const panel = page.getByTestId('document-panel-scroller').last()

    /** WebP at 60 %: text stays sharp at a sixth of the size of a PNG. */
    const take = async (name: string, awaited: Locator) => {
      await expect(awaited).toBeVisible({timeout: 60_000})
      await page.waitForTimeout(1500)
      await sharp(await page.screenshot({animations: 'disabled', caret: 'hide'}))
        .webp({quality: 60, effort: 6})
        .toFile(`${folder}/${name}.webp`)
    }

    await test.step('the structure and the order of a list', async () => {
      await page.goto('/studio/structure')
      await studio.follow(t('Sítě', 'Networks'), t('České sítě', 'Czech networks'))
      await take('desk', page.locator('[data-rfd-drag-handle-draggable-id]').first())
    })

    await test.step('a network, both languages side by side', async () => {
      await studio.open('network', network)
      await take('network', studio.field('name.en').getByRole('textbox'))
    })

    await test.step('a membership added from its network', async () => {
      await studio.runAction(new RegExp(t('^Přidat členství', '^Add a membership')))
      await expect(panel).toContainText(t('Sdružení pro integraci', 'Association for Integration'), {
        timeout: 60_000,
      })
      await studio.fill('since', t('v létě 2010', 'summer 2010'))
      await studio.field('since').scrollIntoViewIfNeeded()
      await take('date-in-words', studio.field('since').getByText('2010-22'))
    })

    await test.step('a correction beside its source text', async () => {
      await studio.open('network', 'network-consortium')
      const evidence = page.getByRole('tab', {name: t('Zdroje a opravy', 'Sources and corrections')})
      await expect(async () => {
        await evidence.click()
        await expect(evidence).toHaveAttribute('aria-selected', 'true', {timeout: 1000})
      }).toPass()
      await studio.field('sourceText').evaluate((field) => field.scrollIntoView())
      await take('source-text', studio.field('sourceText'))
    })

    await test.step('a validation error', async () => {
      await studio.open('network', network)
      await studio.openTab(new RegExp(t('^Text', '^Text')))
      await studio.fill('name.en', '')
      await studio.fill(
        'summary.cs',
        t('Loni přibyly nové členské organizace.', 'Loni přibyly nové organizace.'),
      )
      await page.getByRole('button', {name: /^(Validace|Validation)$/}).click()
      await take('validation', studio.field('name').getByText(t('Chybí anglicky', 'Missing in English')))
    })

    await test.step('what needs a check', async () => {
      await page.goto('/studio/structure/needs-check;not-checked')
      await take('needs-check', page.getByRole('link', {name: /^EUNOMAD/}).last())
    })

    await test.step('the preview and its share menu', async () => {
      await lake.delete({query: '*[_id in path("drafts.**")]'})
      await page.goto(
        `/studio/presentation/network/${network}?preview=${encodeURIComponent(addresses[locale])}`,
      )
      const preview = page.frameLocator('iframe').first()
      await take('preview', preview.getByRole('complementary'))
      await studio.sharePreview()
      await page.locator('#share-menu').click()
      await take('share', page.locator('[role="menu"][aria-labelledby="share-menu"]'))
    })

    await test.step('the history of a document', async () => {
      await studio.open('network', network)
      await studio.pick(
        page.getByTestId('document-pane').getByTestId('pane-context-menu-button'),
        page.getByRole('menuitem', {name: /^(Přehled změn|History)/}),
      )
      await take('history', page.getByTestId('timeline-item-button').first())
    })

    await test.step('why a document can’t be deleted', async () => {
      await studio.open('network', network)
      await studio.runAction(/^(Smazat|Delete)/)
      await take(
        'delete',
        page.getByRole('dialog').getByText(t('otevřete uvedené', 'open the documents listed')),
      )
    })
  })
}
