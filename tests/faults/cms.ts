import type {Fault} from '../sites/fault-proxy.ts'
import {type Scenario, sleep, startEnvironment} from './environment.ts'

const MINUTE_MS = 60_000

/** A webhook sends two requests before it makes tags stale. Later requests, which render pages, fail. */
const REQUESTS_BEFORE_RENDERING = 2

/**
 * The Content Lake starts to fail while pages are revalidated after a publish. Visitors must get the last
 * good pages. When the lake works again, they must get the last published content.
 */
const failing =
  (fault: Fault, ms: number): Scenario =>
  async ({pace}) => {
    const environment = await startEnvironment(`cms-${fault}`)
    try {
      const visitors = environment.visitors()
      await sleep(500)
      environment.proxy.fail(fault, REQUESTS_BEFORE_RENDERING)
      await environment.publish(`Published while ${fault}`)
      await sleep(ms * pace)
      environment.proxy.repair()
      const repaired = Date.now()
      await environment.publish(`Published after ${fault}`)
      await environment.shows(`Published after ${fault}`)
      const caughtUp = Date.now() - repaired
      const {requests, failed, worst} = await visitors.stop()
      return {
        requests,
        failed,
        worstMs: worst,
        note: `caught up in ${caughtUp} ms`,
        failures: visitors.failed,
      }
    } finally {
      await environment.close()
    }
  }

/** The Content Lake is down for the given number of minutes. */
const down: Scenario = async ({minutes}) => {
  const environment = await startEnvironment('cms-down')
  try {
    const visitors = environment.visitors()
    environment.proxy.fail('refused', REQUESTS_BEFORE_RENDERING)
    await environment.publish('Published just before')
    await environment.lake.stop('SIGKILL')
    await sleep(minutes * MINUTE_MS)
    environment.proxy.repair()
    await environment.lake.start()
    const back = Date.now()
    await environment.publish('Published when it is back')
    await environment.shows('Published when it is back')
    const caughtUp = Date.now() - back
    const {requests, failed, worst} = await visitors.stop()
    const note = `${minutes} min, caught up in ${caughtUp} ms`
    return {requests, failed, worstMs: worst, note, failures: visitors.failed}
  } finally {
    await environment.close()
  }
}

export const cmsScenarios: Record<string, Scenario> = {
  'cms-down': down,
  'cms-slow': failing('slow', 40_000),
  'cms-silent': failing('silent', 40_000),
  'cms-refused': failing('refused', 15_000),
  'cms-500': failing('error', 15_000),
  'cms-malformed': failing('malformed', 15_000),
  'cms-empty': failing('empty', 15_000),
  'cms-half': failing('half', 15_000),
}
