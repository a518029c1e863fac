import AxeBuilder from '@axe-core/playwright'
import type {Browser} from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Violations of WCAG 2.2 AA and axe's best practices, as "rule: selector". */
export async function axeProblems(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark',
): Promise<string[]> {
  const context = await browser.newContext({colorScheme})
  try {
    const page = await context.newPage()
    await page.goto(url)
    const {violations} = await new AxeBuilder({page}).withTags(tags).analyze()
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`))
  } finally {
    await context.close()
  }
}
