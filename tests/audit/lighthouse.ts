import {launch} from 'chrome-launcher'
import lighthouse from 'lighthouse'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Scores = Record<(typeof categories)[number] | 'cls', number>

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Starts one browser for all pages. */
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
    /** Medians of `runs` mobile runs (scores 0–100, CLS as a number), and failed audits with a weight. */
    async measure(url: string, runs: number): Promise<{scores: Scores; problems: string[]}> {
      const all: Scores[] = []
      const problems = new Set<string>()
      for (let run = 0; run < runs; run++) {
        const result = await lighthouse(url, {
          port: chrome.port,
          logLevel: 'error',
          onlyCategories: [...categories],
          // robots.txt disallows everything on a server that is not the public site. Here that is right.
          skipAudits: ['is-crawlable'],
        })
        const score = (id: string) => Math.round((result?.lhr.categories[id]?.score ?? 0) * 100)
        const counted = Object.values(result?.lhr.categories ?? {}).flatMap(({auditRefs}) =>
          auditRefs.filter(({weight}) => weight > 0),
        )
        for (const {id} of counted) {
          const {score, title, explanation = ''} = result?.lhr.audits[id] ?? {}
          if (score === 0) problems.add(`Lighthouse ${id}: ${title} ${explanation}`)
        }
        all.push({
          performance: score('performance'),
          accessibility: score('accessibility'),
          'best-practices': score('best-practices'),
          seo: score('seo'),
          cls: result?.lhr.audits['cumulative-layout-shift']?.numericValue ?? 1,
        })
      }
      const of = (key: keyof Scores) => median(all.map((scores) => scores[key]))
      const scores = {
        performance: of('performance'),
        accessibility: of('accessibility'),
        'best-practices': of('best-practices'),
        seo: of('seo'),
        cls: of('cls'),
      }
      return {scores, problems: [...problems]}
    },
    close: () => chrome.kill(),
  }
}
