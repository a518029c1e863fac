import type {Page} from '@playwright/test'
import {studioTexts} from '../unit/sanity/i18n/studio-texts.ts'
import {lake} from './lake.ts'
import {Studio} from './studio.ts'
import {expect, test} from './test.ts'

const id = 'network-picum'
const release = 'rLanguage'
const releaseTitle = 'PICUM'

/** The name of a tool for administrators, and names of products. */
const names = ['vision', 'sanity', 'logo', 'google', 'chrome']

/** Sanity writes these in English in every language (6.15). "Local editor" is the user of the embedded lake. */
const fixed = [
  /^Open( in .+)?$/,
  /^Local editor$/,
  /^(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/,
]

const wordsIn = (text: string) =>
  new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/(?<![\p{L}\d_./@-])\p{L}{4,}(?![\p{L}\d_@-]|\.\p{L})/gu),
  )

const textOnly = (texts: Map<string, string>) =>
  [...texts.values()].map((text) => text.replace(/<[^>]*>|\{\{[^}]*\}\}/g, ' ')).join('\n')

/** Everything that can be seen or is read out. */
async function shownOn(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']
    const labels = attributes.flatMap((name) =>
      Array.from(document.querySelectorAll(`[${name}]`), (element) => element.getAttribute(name) ?? ''),
    )
    return [document.body.innerText, ...labels].join('\n')
  })
  const lines = text.split('\n').filter((line) => !fixed.some((pattern) => pattern.test(line.trim())))
  return lines.join('\n')
}

/** The words of the content: names of networks and sources are in both languages. */
async function contentWords(): Promise<Set<string>> {
  return wordsIn(JSON.stringify(await lake.fetch('*')))
}

async function foreignWords(language: 'cs' | 'en'): Promise<Set<string>> {
  const {english, czech} = await studioTexts()
  const [foreign, own] = language === 'cs' ? [english, czech] : [czech, english]
  const words = wordsIn(textOnly(foreign))
  const known = [...wordsIn(textOnly(own)), ...(await contentWords()), ...names]
  return new Set([...words].filter((word) => !known.includes(word)))
}

type Step = {screen: string; go: (studio: Studio, page: Page) => Promise<unknown>}

const closeMenu = (page: Page) => page.keyboard.press('Escape')

/** The screens that the guide leads to. */
const steps: Step[] = [
  {
    screen: 'home',
    go: async (_studio, page) => {
      await page.goto('/studio')
      await expect(page.getByRole('main').or(page.getByRole('region')).first()).toBeVisible({timeout: 60_000})
    },
  },
  {
    screen: 'form',
    go: async (studio) => {
      await studio.open('network', id)
      await expect(studio.publishButton()).toBeVisible()
      await studio.openTab(/^(Všechna pole|All fields)/)
    },
  },
  {
    screen: 'search for a reference',
    go: async (_studio, page) => {
      const parent = page.getByRole('combobox', {name: /^(Patří pod|Part of)/})
      await parent.evaluate((element) => element.scrollIntoView({block: 'center'}))
      await parent.click()
      await parent.fill('zzz')
    },
  },
  {
    screen: 'refused upload',
    go: async (_studio, page) => {
      const file = {name: 'cut.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('\xff\xd8\xff', 'latin1')}
      await page.getByTestId('image-input').locator('input[type="file"]').first().setInputFiles(file)
      await expect(page.getByTestId('upload-message')).not.toBeEmpty()
    },
  },
  {
    screen: 'menu of the document',
    go: async (_studio, page) => {
      await page.getByTestId('document-pane').getByTestId('pane-context-menu-button').click()
      await expect(page.getByRole('menuitem').first()).toBeVisible()
    },
  },
  {
    screen: 'history',
    go: async (_studio, page) => {
      await page.getByRole('menuitem', {name: /^(Přehled změn|History)/}).click()
      await expect(page.getByTestId('timeline-item-button').first()).toBeVisible()
    },
  },
  {
    screen: 'actions of the document',
    go: async (_studio, page) => {
      await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
      await expect(page.getByRole('menuitem').first()).toBeVisible()
    },
  },
  {
    screen: 'deletion',
    go: async (_studio, page) => {
      await page.getByRole('menuitem', {name: /^(Smazat|Delete)/}).click()
      await expect(page.getByRole('dialog')).toContainText(/Zkusit smazat|Try to delete|Smazat|Delete/)
    },
  },
  {
    screen: 'sort menu of a list',
    go: async (studio, page) => {
      await page.goto('/studio/structure/source')
      await studio.pick(
        page.getByTestId('pane-context-menu-button').last(),
        page.getByRole('menuitem').first(),
      )
    },
  },
  {
    screen: 'new release',
    go: async (studio, page) => {
      await closeMenu(page)
      await studio.pick(
        page.getByTestId('global-perspective-menu-button'),
        page.getByTestId('release-menu').getByTestId('create-new-release-button'),
      )
      await expect(page.getByTestId('release-form-title')).toBeVisible()
    },
  },
  {
    screen: 'publish dialog of a release',
    go: async (studio, page) => {
      await studio.openRelease(release)
      await page.getByTestId('publish-all-button').click()
      await expect(page.getByTestId('confirm-button')).toBeVisible()
    },
  },
  {
    screen: 'list of releases',
    go: async (_studio, page) => {
      await page.goto('/studio/releases')
      await expect(page.getByText(releaseTitle).first()).toBeVisible({timeout: 60_000})
    },
  },
  {
    screen: 'sharing of a preview',
    go: async (studio, page) => {
      await page.goto(`/studio/presentation?preview=${encodeURIComponent('/cs/nase-clenstvi')}`)
      await expect(page.frameLocator('iframe').first().locator('h1')).toBeVisible({timeout: 60_000})
      await studio.pick(page.locator('#share-menu'), page.locator('[aria-labelledby="share-menu"] label'))
    },
  },
]

test.beforeAll(async () => {
  const draft = await lake.getDocument(id)
  await lake.releases.create({releaseId: release, metadata: {title: releaseTitle, releaseType: 'asap'}})
  if (draft) await lake.createOrReplace({...draft, _id: `versions.${release}.${id}`})
})

test.afterAll(async () => {
  await lake.delete({query: '*[_id in path("versions.**") || _id in path("drafts.**")]'})
  await lake.releases.archive({releaseId: release})
  await lake.releases.delete({releaseId: release})
  await lake.delete('sanity-preview-url-secret.share-access')
})

for (const language of ['cs', 'en'] as const) {
  test(`no screen of the Studio in ${language} has words of the other language`, async ({
    page,
    expectConsole,
  }) => {
    // The Presentation tool logs this error when it connects slowly. It connects nevertheless.
    expectConsole(/Unable to connect to visual editing/)
    // The refused upload.
    expectConsole(/status of 400/)
    // Fifteen screens are loaded in turn.
    test.slow()
    const foreign = await foreignWords(language)
    expect(foreign.size).toBeGreaterThan(500)
    await page.addInitScript((chosen) => localStorage.setItem('simi-studio-language', chosen), language)
    const studio = new Studio(page)
    for (const {screen, go} of steps) {
      await test.step(screen, async () => {
        await go(studio, page)
        const found = [...wordsIn(await shownOn(page))].filter((word) => foreign.has(word))
        expect.soft(found, screen).toEqual([])
      })
    }
  })
}
