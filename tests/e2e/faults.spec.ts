import {apiScenarios} from '../faults/api.ts'
import {cmsScenarios} from '../faults/cms.ts'
import {expect, test} from './test.ts'

/** A short selection. `npm run faults:site` runs all scenarios with longer faults. */
const scenarios = {...cmsScenarios, ...apiScenarios}
const settings = {minutes: 0.1, fuzzed: 1_000, pace: 0.3}

test('pages stay good when the Content Lake sends bad answers, and API routes reject random requests', async () => {
  for (const name of ['cms-malformed', 'cms-empty', 'cms-half', 'api-fuzzed']) {
    const {failed, failures = [], requests} = (await scenarios[name]?.(settings)) ?? {failed: 1, requests: 0}
    expect(failed, `${name}: ${[...new Set(failures)].slice(0, 5).join('; ')}`).toBe(0)
    expect(requests, name).toBeGreaterThan(100)
  }
})
