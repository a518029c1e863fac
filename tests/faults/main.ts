/**
 * `npm run faults:site [-- name …] [--minutes 10] [--fuzzed 10000] [--pace 1]`: fault injection for the site,
 * with the existing build. Prints a table, writes test-results/faults.json, and exits with 1 if a scenario
 * found a failure. Needs root, and Debian's redis-server and nginx. Uses ports from FAULTS_PORT (4600).
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {apiScenarios} from './api.ts'
import {cmsScenarios} from './cms.ts'
import {connectionScenarios} from './connections.ts'
import type {Finding} from './environment.ts'
import {serverScenarios} from './servers.ts'

const scenarios = {...cmsScenarios, ...serverScenarios, ...apiScenarios, ...connectionScenarios}
const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {
    minutes: {type: 'string', default: '10'},
    fuzzed: {type: 'string', default: '10000'},
    pace: {type: 'string', default: '1'},
  },
})
const unknown = positionals.filter((name) => !(name in scenarios))
if (unknown.length > 0)
  throw new Error(`Unknown scenario: ${unknown.join(', ')}. Use: ${Object.keys(scenarios).join(', ')}.`)

const settings = {minutes: Number(values.minutes), fuzzed: Number(values.fuzzed), pace: Number(values.pace)}
const findings: Record<string, Finding> = {}
for (const [name, run] of Object.entries(scenarios)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  console.error(name)
  findings[name] = await run(settings).catch((error: unknown) => ({
    requests: 0,
    failed: 1,
    note: error instanceof Error ? error.message : String(error),
  }))
}
console.table(
  Object.fromEntries(Object.entries(findings).map(([name, {failures, ...finding}]) => [name, finding])),
)
for (const [name, {failures = []}] of Object.entries(findings))
  for (const failure of new Set(failures.slice(0, 20))) console.log(`${name}: ${failure}`)
mkdirSync('test-results', {recursive: true})
writeFileSync('test-results/faults.json', JSON.stringify(findings, null, 2))
process.exit(Object.values(findings).some(({failed}) => failed > 0) ? 1 : 0)
