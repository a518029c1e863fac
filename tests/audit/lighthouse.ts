import {launch} from 'chrome-launcher'
import lighthouse from 'lighthouse'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Scores = Record<(typeof categories)[number] | 'cls', number>

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A browser for all pages; `close` ends it. */
export async function startLighthouse(chromePath: string) {
  const chrome = await launch({
    chromePath,
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  return {
    /** Medians of `runs` mobile runs, 0–100; CLS as it is. */
    async scores(url: string, runs: number): Promise<Scores> {
      const all: Scores[] = []
      for (let run = 0; run < runs; run++) {
        const result = await lighthouse(url, {
          port: chrome.port,
          logLevel: 'error',
          onlyCategories: [...categories],
          // robots.txt keeps search engines away from everything but the public site; here it is right to.
          skipAudits: ['is-crawlable'],
        })
        const score = (id: string) => Math.round((result?.lhr.categories[id]?.score ?? 0) * 100)
        all.push({
          performance: score('performance'),
          accessibility: score('accessibility'),
          'best-practices': score('best-practices'),
          seo: score('seo'),
          cls: result?.lhr.audits['cumulative-layout-shift']?.numericValue ?? 1,
        })
      }
      const of = (key: keyof Scores) => median(all.map((scores) => scores[key]))
      return {
        performance: of('performance'),
        accessibility: of('accessibility'),
        'best-practices': of('best-practices'),
        seo: of('seo'),
        cls: of('cls'),
      }
    },
    close: () => chrome.kill(),
  }
}
